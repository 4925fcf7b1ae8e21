# Of the solved, how many were reopened; conversations are counted, not reopenings.

story three of twenty, one of them twice
#A1..A17  d1 09:00  customer opens
    d1 12:00  ana solves
#B1..B2   d1 09:00  customer opens
    d1 12:00  ana solves
    d2 12:00  customer reopens
    d2 13:00  ana solves
#C        d1 09:00  customer opens
    d1 12:00  ana solves
    d2 12:00  customer reopens
    d2 13:00  ana solves
    d3 12:00  customer reopens
    d3 13:00  ana solves
as of d30
ask reopen_rate total
    total  15%  numerator=3  denominator=20
ask reopen_rate:solves total
    total  16.7%  numerator=4

story reopened and never solved again is reopened once
#1  @0    customer opens
    @60   ana solves
    @120  customer reopens
as of d30
ask reopen_rate total
    total  100%
ask reopen_rate:solves total
    total  100%  numerator=1
