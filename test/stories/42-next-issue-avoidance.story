# Did the solution spare the customer the next question?

topic delivery leads to return

story one came with what follows, one with something else, one not at all
#1  d1 09:00  customer opens about delivery customer=c1
    d1 10:00  ana solves
#2  d1 09:00  customer opens about delivery customer=c2
    d1 10:00  ana solves
#3  d1 09:00  customer opens about delivery customer=c3
    d1 10:00  ana solves
#4  d11 09:00  customer opens about delivery customer=c4
    d11 10:00  ana solves
#5  d7 09:00  customer opens about return customer=c1
#6  d5 09:00  customer opens about billing customer=c2
as of d15 10:00
ask next_issue_avoidance, next_issue_avoidance:any_topic, next_issue_avoidance:recontact total
    next_issue_avoidance            66.7%  n=3  numerator=2  pending=1
    next_issue_avoidance:any_topic  33.3%  n=3  pending=1
    next_issue_avoidance:recontact  33.3%  n=3  pending=1

story the last moment of the fourteenth day is inside, the next one is not
#1  d1 09:00  customer opens about delivery customer=c1
    d1 10:00  ana solves
#2  d15 10:00  customer opens about return customer=c1
#3  d1 09:00  customer opens about delivery customer=c2
    d1 10:00  ana solves
#4  d15 10:01  customer opens about return customer=c2
as of d30
ask next_issue_avoidance total
    50%  n=2

story a reopening is no next issue, but a recontact; a return leads to no delivery; who is not known is counted apart
#1  d1 09:00  customer opens about delivery customer=c1
    d1 10:00  ana solves
    d2 10:00  customer writes
    d2 10:00  customer reopens
    d2 11:00  ana solves
#2  d1 09:00  customer opens about return customer=c2
    d1 10:00  ana solves
#3  d3 09:00  customer opens about delivery customer=c2
#4  d1 09:00  customer opens about delivery
    d1 10:00  ana solves
as of d30
ask next_issue_avoidance, next_issue_avoidance:recontact total
    next_issue_avoidance            100%  n=2  unknown_customer=1
    next_issue_avoidance:recontact  50%   n=2  unknown_customer=1
