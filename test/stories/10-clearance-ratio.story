# Solves divided by what came in: created and reopened. Both count events of the period, so it may exceed 1.

story thirty solves for twenty-five created and three reopened
#OLD1..OLD5    d1 09:00  customer opens
#BACK1..BACK3  d1 09:00  customer opens
    d1 10:00  ana solves
    d3 09:00  customer reopens
#NEW1..NEW25   d3 09:00  customer opens
    d3 15:00  ana solves
#OLD1..OLD5    d3 16:00  ana solves
ask clearance_ratio total d3..d4
    total  1.071  numerator=30  denominator=28

story thirty-six open and two hundred and eighty solves in four weeks are 3.6 days of work
#OPEN1..OPEN36    d1 09:00   customer opens
#DONE1..DONE280   d1 09:00   customer opens
    d10 09:00  ana solves
ask backlog_days total d1..d29
    total  3.6

story nothing came in
#1  d1 09:00  customer opens
    d2 09:00  ana solves
ask clearance_ratio total d2..d3
    total  -
