# Solved with exactly one human reply. None is not one.

story 0, 1, 1, 2 and 5 replies
#A  @0  customer opens
    @90  ana solves
#B1..B2  @0  customer opens
    @10  ana replies
    @90  ana solves
#C  @0  customer opens
    @10  ana replies
    @20  ana replies
    @90  ana solves
#D  @0  customer opens
    @10  ana replies
    @20  ana replies
    @30  ana replies
    @40  ana replies
    @50  ana replies
    @90  ana solves
ask one_touch_rate total
    total  40%  numerator=2  denominator=5
