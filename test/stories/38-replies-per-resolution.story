# Human public turns on what was solved. A burst is one turn.

story 1, 1 and 4 turns
#A1..A2  @0  customer opens
    @10  ana replies
    @90  ana solves
#B  @0   customer opens
    @10  ana replies
    @11  ana replies
    @20  customer replies
    @30  ana replies
    @40  customer replies
    @50  ana replies
    @60  customer replies
    @70  ana replies
    @90  ana solves
ask replies_per_resolution total
    total  2  n=3  median=1
