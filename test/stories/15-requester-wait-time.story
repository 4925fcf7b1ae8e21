# How long the customer waited for us: new, open and on hold, not while we waited for the customer. Card 16 is the rest of the family.

story every status has its time
#1  @0    customer opens status=new
    @10   becomes open
    @30   ana pends
    @70   ana holds
    @100  becomes open
    @115  ana solves
ask requester_wait_time, agent_wait_time, on_hold_time, agent_work_time, resolution_time total
    requester_wait_time  75m
    agent_wait_time      40m
    on_hold_time         30m
    agent_work_time      45m
    resolution_time      115m

story sixty-five minutes of which the customer let us wait forty-five
#1  @0   customer opens status=open
    @10  ana pends
    @55  becomes open
    @65  ana solves
ask requester_wait_time, resolution_time total
    requester_wait_time  20m
    resolution_time      65m
