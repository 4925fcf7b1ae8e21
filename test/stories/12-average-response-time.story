# Response time over all turns: from the first unanswered customer message to the reply.

story two turns
#1  @0   customer opens
    @15  ana replies
    @60  customer replies
    @65  ana replies
ask average_response_time total
    total  10m  n=2  mean=10m

story a burst waits from its first message
#1  @0   customer opens
    @8   customer replies
    @20  ana replies
ask average_response_time total
    total  20m  n=1
ask average_response_time total with waiting_from=last_message
    total  12m

story a last word without an answer ends unanswered with the solve
#1  @0   customer opens
    @10  ana replies
    @30  customer replies
    @40  ana solves
ask average_response_time total
    total  10m  n=1  mean=10m
ask average_response_time:started total
    total  10m  n=1  censored=1

story spans are averaged, not conversations
#1  @0    customer opens
    @10   ana replies
    @20   customer replies
    @30   ana replies
    @40   customer replies
    @50   ana replies
#2  @0    customer opens
    @70   ana replies
ask average_response_time total
    total  25m  n=4  median=10m

story a wait belongs to the day of its reply
#1  mon 23:50  customer opens
    tue 00:10  ana replies
ask average_response_time per day
    tue  20m
