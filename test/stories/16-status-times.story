# Card 16: the time in pending, on hold, and in work, so far where it still runs.

story pending from ten to now
#1  @0   customer opens status=open
    @10  ana pends
as of @50
ask agent_wait_time:created total
    total  -  n=0  censored=1
