# The backlog: valid conversations created and not solved, at the end of each day, by the history of their status.

story solved ones leave, reopened ones come back
#A  d1 09:00  customer opens
    d3 09:00  ana solves
#B  d2 09:00  customer opens
#C  d2 10:00  customer opens
    d2 11:00  ana solves
    d4 09:00  customer reopens
ask backlog per day d1..d5
    mon  1
    tue  2
    wed  1
    thu  2

story start, created, reopened, solved and spam make the end
#OLD1..OLD40  d1 09:00  customer opens
#NEW1..NEW25  d3 09:00  customer opens
#BACK1..BACK3  d1 09:00  customer opens
    d1 10:00  ana solves
    d3 11:00  customer reopens
#OLD1..OLD30   d3 12:00  ana solves
#NEW1..NEW2    d3 13:00  marks spam
ask backlog per day d2..d4
    tue  40
    wed  36

story every status but solved and closed is open, and they can be told apart
#N  d1 09:00  customer opens
#P  d1 09:00  customer opens
    d1 10:00  ana pends
#H  d1 09:00  customer opens
    d1 10:00  ana holds
#S  d1 09:00  customer opens
    d1 10:00  ana solves
#X  d1 09:00  customer opens
    d1 10:00  ana closes
ask backlog total d1..d2
    total  3  on_hold=1

story a past evening is counted by what was true then
#1  d1 09:00  customer opens
    d3 09:00  ana solves
ask backlog per day d1..d4
    mon  1
    tue  1
    wed  0
