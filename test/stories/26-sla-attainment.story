# Of the promises that are due, how many were kept. What still runs beyond its time is broken, not pending.

story open breaches count, and what is not late yet is pending
#A  @0   customer opens
    @0   promises first_response in 60m
    @50  ana replies
#B  @0   customer opens
    @0   promises first_response in 60m
    @60  ana replies
#C  @0   customer opens
    @0   promises first_response in 60m
    @61  ana replies
#D  @60  customer opens
    @60  promises first_response in 60m
#E  @0   customer opens
    @0   promises first_response in 60m
as of @90
ask sla_attainment total
    total  50%  numerator=2  denominator=4  pending=1  met_late=1  late_and_running=1
ask sla_attainment:first_response,created total
    total  50%  numerator=2  denominator=4  pending=1
ask sla_attainment:resolution total
    total  -
ask running_promises total
    total  2  late=1
ask running_promises:due(hours=1) total
    total  1
ask running_promises:late total
    total  1

story the clock stands still while it waits for the customer, where the policy says so
#1  @0   customer opens
    @0   promises first_response in 60m pausing pending
    @10  ana pends
    @20  ana reopens
    @65  ana replies
ask sla_attainment total
    total  100%  numerator=1  denominator=1

story without the pause it is late
#1  @0   customer opens
    @0   promises first_response in 60m
    @10  ana pends
    @20  ana reopens
    @65  ana replies
ask sla_attainment total
    total  0%  denominator=1  met_late=1

story a quarter of an hour too late
#1  @0   customer opens
    @0   promises first_response in 60m
    @75  ana replies
ask sla_attainment total
    total  0%  denominator=1

story four open hours from Monday 14:00 end with Monday, and Tuesday at nine is still in time
hours mon-fri 10:00-18:00 UTC
#1  mon 14:00  customer opens
    mon 14:00  promises first_response in 4h on business
    tue 09:00  ana replies
#2  mon 14:00  customer opens
    mon 14:00  promises first_response in 4h on business
as of tue 10:00
ask sla_attainment total mon..tue
    total  100%  numerator=1  denominator=1  pending=1

story and is late once Tuesday has opened
hours mon-fri 10:00-18:00 UTC
#1  mon 14:00  customer opens
    mon 14:00  promises first_response in 4h on business
as of tue 10:01
ask sla_attainment total mon..tue
    total  0%  denominator=1  late_and_running=1

story a pause out of hours takes no open time away
# By the clock on the wall the deadline would move on by the 15 hours of the night.
hours mon-fri 09:00-17:00 UTC
#1  mon 16:00  customer opens
    mon 16:00  promises first_response in 2h on business pausing pending
    mon 17:30  ana pends
    tue 08:30  ana reopens
    tue 10:01  ana replies
ask sla_attainment total
    total  0%  denominator=1

story a policy applied late is measured from the beginning, and the last one holds
#1  @0   customer opens
    @0   promises first_response in 4h
    @30  promises first_response in 60m
    @61  ana replies
ask sla_attainment total
    total  0%  denominator=1

story each further wait has its own promise
#1  @0    customer opens
    @0    promises next_response in 20m
    @5    ana replies
    @60   customer replies
    @70   customer replies
    @79   ana replies
    @100  customer replies
    @130  ana replies
ask sla_attainment:next_response total
    total  50%  numerator=1  denominator=2

story a solve takes the place of a reply only by the rule
#1  @0   customer opens
    @0   promises first_response in 60m
    @30  ana solves
ask sla_attainment total
    total  -  ended_without=1
ask sla_attainment total with solve_meets_reply_promise=true
    total  100%  numerator=1  denominator=1

story a resolution that is reopened runs on, less the time it was solved
#1  @0    customer opens
    @0    promises resolution in 60m
    @40   ana solves
    @100  customer reopens
    @119  ana solves
#2  @0    customer opens
    @0    promises resolution in 60m
    @40   ana solves
    @100  customer reopens
as of @121
ask sla_attainment total
    total  50%  numerator=1  denominator=2  late_and_running=1

story a conversation keeps its word if it keeps all of it
#A  @0    customer opens
    @0    promises first_response in 60m
    @0    promises resolution in 10h
    @70   ana replies
    @100  ana solves
#B  @0    customer opens
    @0    promises first_response in 60m
    @0    promises resolution in 10h
    @50   ana replies
    @100  ana solves
#C  @0    customer opens
    @0    promises first_response in 60m
    @0    promises resolution in 10h
    @50   ana replies
ask sla_attainment:conversation total
    total  50%  numerator=1  denominator=2  pending=1
ask sla_attainment total by promise
    first_response  66.7%  numerator=2  denominator=3
    resolution      100%   numerator=2  denominator=2  pending=1

story what nobody may judge is left out and said
#1  @0   customer opens
    @0   promises first_response in 60m on business
    @10  ana replies
#2  @0   customer opens
    @0   promises first_response in 60m
    @10  marks spam
ask sla_attainment total
    total  -  no_calendar=1  spam=1

# What ran at ten past was due at the full hour then, though a pause has moved it since; one that was kept since ran too.
story what was due at a past moment is due as it stood then
#1  mon 09:00  customer opens
    mon 09:00  promises first_response in 60m pausing pending
    mon 09:20  ana pends
    mon 09:50  ana reopens
    mon 10:20  ana replies
#2  mon 09:05  customer opens
    mon 09:05  promises first_response in 30m
    mon 09:15  ana replies
agent ana  mon 12:00  is offline
ask running_promises total from mon 09:00 to mon 09:10
    total  2  late=0  stands_still=0
ask running_promises:due(hours=1) total from mon 09:00 to mon 09:10
    total  2
ask running_promises total from mon 09:00 to mon 09:30
    total  1  late=0  stands_still=1
ask running_promises:due(hours=1) total from mon 09:00 to mon 10:05
    total  1
ask running_promises:late total from mon 09:00 to mon 10:05
    total  0
ask running_promises total from mon 09:00 to mon 11:00
    total  0

story a clock that stands still is told as paused, and what is late stays late while it does
#1  @0   customer opens
    @0   promises resolution in 60m pausing pending
    @10  ana pends
#2  @0   customer opens
    @0   promises resolution in 60m pausing pending
    @70  ana pends
as of @90
ask running_promises total
    total  2  late=1  stands_still=2
ask running_promises:paused total
    total  2  late=1
ask running_promises:due total
    total  0

story a promise made late did not run before it was made, and a solve that was taken back held until then
#1  mon 09:00  customer opens
    mon 09:30  promises resolution in 4h
    mon 10:00  ana solves
    mon 11:00  customer reopens
agent ana  mon 12:00  is offline
ask running_promises per hour from mon 09:00 to mon 12:00
    2024-01-01 09:00  1
    2024-01-01 10:00  0
    2024-01-01 11:00  1
ask running_promises total from mon 09:00 to mon 09:30
    total  0
