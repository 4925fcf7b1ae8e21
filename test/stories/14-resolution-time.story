# Full resolution time: from creation to the last solve, by when it was solved.

story the last solve counts
#1  @0    customer opens
    @60   ana solves
    @120  customer reopens
    @180  ana solves
ask resolution_time total
    total  180m  n=1

story with and without the time we waited for the customer
#1  @0    customer opens
    @0    becomes open
    @30   ana pends
    @90   becomes open
    @120  ana solves
ask resolution_time, resolution_time:net total
    resolution_time      120m
    resolution_time:net  60m

story the long one that ended in May belongs to May, and the open one is not forgotten
zone UTC
#A  2024-04-01 09:00  customer opens
    2024-05-02 09:00  ana solves
#B  2024-05-10 09:00  customer opens
    2024-05-11 09:00  ana solves
#C  2024-05-20 00:00  customer opens
as of 2024-06-01
ask resolution_time total 2024-05-01..2024-06-01
    total  16d  n=2
ask resolution_time:created total 2024-05-01..2024-06-01
    total  1d  n=1  censored=1  method=km

story four open ones make the median longer than that of the finished
#A  @0  customer opens
    @60  ana solves
#B1..B2  @0  customer opens
    @120  ana solves
#C  @0  customer opens
    @180  ana solves
#D  @0  customer opens
    @480  ana solves
#E1..E2  @120  customer opens
#F1..F2  @0    customer opens
as of @720
ask resolution_time:created total
    total  8h  n=5  censored=4  completed_median=2h

story a reopening takes the number back until the next solve
#1  d1 09:00  customer opens
    d2 09:00  ana solves
ask resolution_time total
    total  1d  n=1
#1  d3 09:00  customer reopens
ask resolution_time total
    total  -  n=0

story from solved to closed is no second solve
#1  @0    customer opens
    @60   ana solves
    @600  closes
ask resolution_time total
    total  60m
