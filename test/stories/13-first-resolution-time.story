# Time to the first solve, whatever happened afterwards.

story the first solve counts
#1  @0    customer opens
    @60   ana solves
    @120  customer reopens
    @180  ana solves
ask first_resolution_time total
    total  60m

story an open one is longer than its age
#1  @0  customer opens
as of @500
ask first_resolution_time total
    total  -  n=0  censored=1

story two seconds are two seconds, not the minute they touch
#1  2024-01-01 10:00:59  customer opens
    2024-01-01 10:01:01  ana solves
ask first_resolution_time total
    total  2s

story closed directly is solved
#1  @0   customer opens
    @45  ana closes
ask first_resolution_time total
    total  45m
