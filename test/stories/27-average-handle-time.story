# Talk 300 + 420, hold 60 + 0, after-call work 60 + 120 s.
story two calls
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 30s
    mon 09:00:30  ana answers for 5m
    mon 09:05:30  ana holds for 1m
    mon 09:06:30  ana wraps up for 1m
    mon 09:06:30  ends
call 2  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 30s
    mon 09:00:30  ben answers for 7m
    mon 09:07:30  ben wraps up for 2m
    mon 09:07:30  ends
customer bea  mon 10:00  changes plan=pro

ask average_handle_time, average_handle_time:contact total
    average_handle_time          8m  n=2
    average_handle_time:contact  8m  n=2

story a call put through
call 1  mon 09:00:00  customer calls
    mon 09:00:00  ana answers for 200s
    mon 09:03:20  ben answers for 400s
    mon 09:10:00  ends

ask average_handle_time, average_handle_time:contact total
    average_handle_time          300s  n=2
    average_handle_time:contact  600s  n=1

story hold and after-call work, over all and where there was some
call 1  mon 09:00:00  customer calls
    mon 09:00:00  ana answers for 1m
    mon 09:01:00  ana wraps up for 1m
    mon 09:01:00  ends
call 2  mon 09:00:00  customer calls
    mon 09:00:00  ben answers for 1m
    mon 09:01:00  ben holds for 30s
    mon 09:01:30  ben wraps up for 2m
    mon 09:01:30  ends
call 3  mon 09:00:00  customer calls
    mon 09:00:00  cyd answers for 1m
    mon 09:01:00  cyd holds for 1m
    mon 09:02:00  ends
customer bea  mon 10:00  changes plan=pro

ask after_call_work, after_call_work:with_some, average_hold_time, average_hold_time:held total
    after_call_work            60s  n=3
    after_call_work:with_some  90s  n=2
    average_hold_time          30s  n=3
    average_hold_time:held     45s  n=2

# Ana writes something down while the caller waits for Ben: it is Ana's work, and the queue goes on.
story work after a call that goes on
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  ana answers for 50s
    mon 09:01:00  enters queue sales
    mon 09:01:05  ana wraps up for 30s
    mon 09:01:40  ben answers for 1m
    mon 09:02:40  ends

ask average_handle_time, average_speed_of_answer:legs total by agent
    average_handle_time           ana  80s
    average_handle_time           ben  60s
    average_speed_of_answer:legs  ana  10s
    average_speed_of_answer:legs  ben  40s

# What is on hold now has not ended.
story a call on hold
call 1  mon 09:00:00  customer calls
    mon 09:00:00  ana answers for 1m
    mon 09:01:00  ana holds
customer bea  mon 09:05:00  changes plan=pro

ask average_handle_time, average_handle_time:contact total
    average_handle_time          -  n=0
    average_handle_time:contact  -  n=0

# Five minutes of one talk, a minute of it on hold while Ana looks something up: five minutes of work, not six.
story a hold that lies in the talk
agent ana
    mon 08:00  is available
    mon 10:00  is offline
call 1  mon 09:00:00  customer calls
    mon 09:00:00  ana answers for 5m
    mon 09:02:00  ana holds for 1m
    mon 09:05:00  ana wraps up for 30s
    mon 09:05:00  ends

ask average_handle_time, average_handle_time:contact, average_hold_time, after_call_work, occupancy:call_time total
    average_handle_time          330s  n=1
    average_handle_time:contact  330s  n=1
    average_hold_time            60s
    after_call_work              30s
    occupancy:call_time          330s
ask occupancy:calls per hour from mon 09:00 to mon 10:00
    2024-01-01 09:00  9.2%
