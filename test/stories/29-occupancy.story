# Four and a half hours busy, one and a half free, an hour each of break and training: the latter two are in neither part.
story four and a half of six
agent ana
    mon 08:00  is available on_queue=true
    mon 09:00  is busy
    mon 11:30  is break
    mon 12:30  is busy
    mon 14:30  is training
    mon 15:30  is available
    mon 16:00  is offline

ask occupancy per day mon..tue
    mon  75%  n=4  numerator=4.5  denominator=6
ask occupancy per hour from mon 11:00 to mon 13:00
    2024-01-01 11:00  100%  n=1
    2024-01-01 12:00  100%  numerator=0.5

# Ten people for an hour, and 120 calls of four minutes: two of each here, as each pair is like the others.
story a hundred and twenty calls of four minutes for ten people
agent a1
    mon 09:00  is available
    mon 10:00  is offline
call 1..12
    mon 09:00  customer calls
    mon 09:00  a1 answers for 3m
    mon 09:03  a1 holds for 30s
    mon 09:03:30  a1 wraps up for 30s
    mon 09:04  ends

ask occupancy:calls, occupancy:call_time, occupancy:staffed_time total from mon 09:00 to mon 10:00
    occupancy:calls         80%  n=36
    occupancy:call_time     48m
    occupancy:staffed_time  60m

story ringing only where it is asked for
agent a1
    mon 09:00  is available
    mon 10:00  is offline
call 1  mon 09:10  customer calls
    mon 09:10  rings a1 for 1m
    mon 09:11  a1 answers for 5m
    mon 09:16  ends

ask occupancy:calls, occupancy:calls_and_ringing total from mon 09:00 to mon 10:00
    occupancy:calls              8.3%
    occupancy:calls_and_ringing  10%

# Not the mean of 75 and 25 %, which it happens to be here too; with three hours more it would not.
story a ratio of sums over people
agent x
    mon 08:00  is busy
    mon 11:00  is available
    mon 12:00  is offline
agent y
    mon 08:00  is busy
    mon 09:00  is available
    mon 12:00  is offline

ask occupancy per day
    mon  50%  n=4  numerator=4  denominator=8
ask occupancy total by agent
    x  75%
    y  25%

# Busy from ten in the evening until two, free until six: each day has its part, and the hours add up.
story a night belongs to both days
agent ana
    mon 22:00  is busy
    tue 02:00  is available
    tue 06:00  is offline

ask occupancy, occupancy:staffed_time per day mon..wed
    occupancy  mon               100%   n=1  numerator=2
    occupancy:staffed_time  mon  120m
    occupancy  tue               33.3%  n=2  numerator=2  denominator=6
    occupancy:staffed_time  tue  360m

# A call over the end of the hour gives each hour its part.
story a call over the end of the hour
agent a1
    mon 09:00  is available
    mon 11:00  is offline
call 1  mon 09:50  customer calls
    mon 09:50  a1 answers for 25m
    mon 10:15  ends

ask occupancy:call_time, occupancy:calls per hour from mon 09:00 to mon 11:00
    occupancy:call_time  2024-01-01 09:00  10m
    occupancy:calls  2024-01-01 09:00      16.7%
    occupancy:call_time  2024-01-01 10:00  15m
    occupancy:calls  2024-01-01 10:00      25%

story off the queue is neither busy nor free
agent ana
    mon 08:00  is busy on_queue=true
    mon 09:00  is available on_queue=false
    mon 10:00  is available on_queue=true
    mon 11:00  is offline

ask occupancy per day mon..tue
    mon  50%  denominator=2

# What is running at the end of what is known counts until there.
story still busy
agent ana
    mon 08:00  is available
    mon 09:00  is busy
customer bea  mon 12:00  changes plan=pro

ask occupancy per day mon..tue
    mon  75%  numerator=3  denominator=4

story nobody was there
agent ana
    mon 08:00  is break
    mon 09:00  is offline

ask occupancy, occupancy:calls per day mon..tue
    occupancy  mon        -
    occupancy:calls  mon  -
