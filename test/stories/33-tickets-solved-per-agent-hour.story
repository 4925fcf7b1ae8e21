story eighteen in eight hours, two of them taken back
agent ana
    mon 08:00  is available
    mon 12:00  is busy
    mon 16:00  is offline
#1..18  mon 08:30  customer opens
    mon 09:00  ana solves
#1..2  tue 09:00  customer replies
    tue 09:00  becomes open
#3  w2 tue 10:00  customer replies
    w2 tue 10:00  becomes open

ask tickets_solved_per_agent_hour, tickets_solved_per_agent_hour:gross, tickets_solved_per_agent_hour:handling per day mon..tue
    tickets_solved_per_agent_hour  mon           2     n=16  numerator=16  denominator=8
    tickets_solved_per_agent_hour:gross  mon     2.25  n=18
    tickets_solved_per_agent_hour:handling  mon  4     n=16

ask tickets_solved_per_agent_hour(days=14) per day mon..tue by agent
    mon  ana  1.875  n=15

story no hours
agent ana
    mon 08:00  is offline
#1  mon 08:30  customer opens
    mon 09:00  ana solves

ask tickets_solved_per_agent_hour per day mon..tue
    mon  -  n=1

# A bot's solve and one by nobody known are not people's work.
story only people
agent ana
    mon 08:00  is available
    mon 12:00  is break
    mon 13:00  is offline
#1  mon 08:30  customer opens
    mon 09:00  ana solves
#2  mon 08:30  customer opens
    mon 09:00  bot solves
#3  mon 08:30  customer opens
    mon 09:00  customer solves

ask tickets_solved_per_agent_hour per day mon..tue
    mon  0.2  n=1  denominator=5
