# Answered after 5, 25, 20, 21, 0, 120 and 19 s; given up after 3, 30 and 4 s. To give up after 247 s in all is no speed of answer.
story seven answered and three given up
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 5s
    mon 09:00:05  ana answers for 1m
call 2  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 25s
    mon 09:00:25  ana answers for 1m
call 3  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 20s
    mon 09:00:20  ana answers for 1m
call 4  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 21s
    mon 09:00:21  ana answers for 1m
call 5  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 0s
    mon 09:00:00  ana answers for 1m
call 6  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 2m
    mon 09:02:00  ana answers for 1m
call 7  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 19s
    mon 09:00:19  ana answers for 1m
call 8  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 3s
    mon 09:00:03  abandons
call 9  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 30s
    mon 09:00:30  abandons
call 10  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 4s
    mon 09:00:04  abandons

ask average_speed_of_answer, time_to_abandon, time_to_abandon:patience total
    average_speed_of_answer   30s  n=7
    time_to_abandon           12.3s  n=3  median=4s
    time_to_abandon:patience  30s  n=3  censored=7

ask service_level:answered_only, service_level:abandons_negative, service_level:abandons_ignored, service_level:abandons_positive, service_level total
    service_level:answered_only      57.1%  n=7
    service_level:abandons_negative  40%  n=10
    service_level:abandons_ignored   50%  n=8
    service_level:abandons_positive  60%  n=10
    service_level                    50%  n=8  short_abandon=2

ask abandonment_rate:raw, abandonment_rate, answered_call_rate, missed_call_rate total
    abandonment_rate:raw  30%  n=10
    abandonment_rate      12.5%  n=8  short_abandon=2
    answered_call_rate    70%  n=10
    missed_call_rate      30%  n=10

# 10 s in the one queue and 40 s in the other.
story two queues
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 10s
    mon 09:00:10  ana answers for 50s
    mon 09:01:00  ana transfers to @sales
    mon 09:01:00  enters queue sales for 40s
    mon 09:01:40  ben answers for 1m
    mon 09:02:40  ends

ask average_speed_of_answer, average_speed_of_answer:legs, average_speed_of_answer:answered total
    average_speed_of_answer           50s  n=1
    average_speed_of_answer:legs      25s  n=2
    average_speed_of_answer:answered  50s  n=1

story nobody answered
call 1  mon 09:00:00  customer calls
    mon 09:00:00  enters queue support for 3s
    mon 09:00:03  abandons

ask average_speed_of_answer total
    total  -
