# 10 of 10 in the first half hour and 40 of 90 in the second are 50 of 100, not the mean of both shares. Exactly 20 s is within.
story a ratio of sums
call 1..10
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 20s
    mon 09:00:20  ana answers for 1m
call 11..50
    mon 10:00:00  customer calls
    mon 10:00:00  enters queue support for 5s
    mon 10:00:05  ana answers for 1m
call 51..100
    mon 10:00:00  customer calls
    mon 10:00:00  enters queue support for 20.1s
    mon 10:00:21  ana answers for 1m

ask service_level per hour from mon 09:00 to mon 11:00
    2024-01-01 09:00  100%  n=10
    2024-01-01 10:00  44.4%  n=90
    total             50%  n=100

# 70 of a hundred answered within the seconds, 10 given up within them, 20 answered later.
story the three formulas of Cisco
call 1..70
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 9s
    mon 09:00:09  ana answers for 1m
call 71..80
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 15s
    mon 09:00:15  abandons
call 81..100
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 60s
    mon 09:01:00  ana answers for 1m

ask service_level:abandons_ignored, service_level:abandons_negative, service_level:abandons_positive total
    service_level:abandons_ignored   77.8%
    service_level:abandons_negative  70%
    service_level:abandons_positive  80%

# Who waits longer than promised has missed it already; who waits less may still be answered in time.
story two who wait
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support
call 2  mon 09:00:30  customer calls
    mon 09:00:30  enters queue support
customer bea  mon 09:00:45  changes plan=pro

ask service_level, answered_call_rate total
    service_level       0%  n=1  pending=1
    answered_call_rate  -  n=0  pending=2

# Answered after 5 s and put through: how long the call waited in all is not known before the second queue has ended.
story answered and waiting again
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 5s
    mon 09:00:05  ana answers for 55s
    mon 09:01:00  enters queue sales
customer bea  mon 09:01:10  changes plan=pro

ask service_level, answered_call_rate, average_speed_of_answer total
    service_level            -  n=0  pending=1
    answered_call_rate       100%  n=1
    average_speed_of_answer  -  n=0

# Whom we call is in no queue of ours, however long it rings there.
story our own calls
call 1  mon 09:00:00  ana calls
    mon 09:00:00  rings ana for 4s
    mon 09:00:04  ana answers for 1m
    mon 09:01:04  ends
call 2  mon 09:00:00  ana calls
    mon 09:00:00  rings ana for 40s
    mon 09:00:40  ends
call 3  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 40s
    mon 09:00:40  abandons

ask service_level, answered_call_rate, abandonment_rate, agent_missed_rate, average_speed_of_answer total
    service_level            0%  n=1
    answered_call_rate       0%  n=1
    abandonment_rate         100%  n=1
    agent_missed_rate        -  n=0
    average_speed_of_answer  -
ask average_handle_time total
    total  1m  n=1

# 225 of 250 answered, 20 given up, 5 given away.
story offered calls add up
call 1..225
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  ana answers for 1m
call 226..245
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  abandons
call 246..250
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  flows out overflow

ask answered_call_rate, missed_call_rate, abandonment_rate, service_level:with_flowouts, service_level:removed_in_time total
    answered_call_rate             90%  n=250
    missed_call_rate               10%  n=250
    abandonment_rate               8%  n=250
    service_level:with_flowouts    90%  n=250
    service_level:removed_in_time  100%  n=250

# 400 in the queue, 18 gave up, 12 wanted to be called back.
story asking to be called back is not giving up
call 1..18
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 30s
    mon 09:00:30  abandons
call 19..30
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 30s
    mon 09:00:30  asks for callback
call 31..400
    mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 30s
    mon 09:00:30  ana answers for 1m

ask abandonment_rate total
    total  4.5%  2.9%..7.0%  n=400

# It rings at X and Y, who do not answer, and Z does: nobody missed a call, and two let it ring. A call that rang nowhere says nothing of rings.
story missed by people and not by us
call 1  mon 09:00:00  customer calls
    mon 09:00:00  rings x for 10s
    mon 09:00:10  rings y for 10s
    mon 09:00:20  rings z for 3s
    mon 09:00:23  z answers for 1m
call 2  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  z answers for 1m

ask missed_call_rate, agent_missed_rate total
    missed_call_rate   0%  n=2
    agent_missed_rate  66.7%  n=1
