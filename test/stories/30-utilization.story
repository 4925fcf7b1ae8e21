story six of eight paid hours
agent ana
    mon 08:00  works until 16:00 activity=work paid=true
    mon 08:00  is available
    mon 09:00  is busy
    mon 11:30  is break
    mon 12:30  is busy
    mon 14:30  is training
    mon 15:30  is available
    mon 16:00  is offline

ask utilization, utilization:handling_only, utilization:logged_in, shrinkage per day mon..tue
    utilization  mon                75%     n=6  numerator=6  denominator=8
    utilization:handling_only  mon  56.25%  numerator=4.5
    utilization:logged_in  mon      75%
    shrinkage  mon                  25%     numerator=2

# A shift of which the lunch is not paid; being there longer than planned is not paid time either.
story a lunch laid over the day
agent ana
    mon 08:00  works until 16:00 activity=work
    mon 12:00  works until 13:00 activity=break paid=false
    mon 08:00  is available
    mon 12:00  is break
    mon 13:00  is available
    mon 17:00  is offline

ask utilization, utilization:logged_in per day mon..tue
    utilization  mon            100%   denominator=7
    utilization:logged_in  mon  88.9%  denominator=9

# Until somebody tells what people do, paid time says nothing.
story what nobody knows is left out
agent ana
    mon 08:00  works until 12:00 activity=work
    mon 10:00  is available
    mon 12:00  is offline

ask utilization per day mon..tue
    mon  100%  n=1  unknown=1

# Two systems know her by other names: the plan of one meets the presence of the other.
story one person under two names
agent ana
    mon 07:00  is known as Ana same_as=agent:u42
    mon 08:00  works until 12:00 activity=work team=support
agent u42
    mon 08:00  is busy
    mon 11:00  is break
    mon 12:00  is offline

ask utilization per day mon..tue by team
    mon  support  75%  n=2

ask utilization total
    total  75%  numerator=3

agent u42
    mon 13:00  is available
agent ana
    mon 13:00  works until 14:00 activity=work
agent u42
    mon 13:30  is break

ask utilization total
    total  77.8%  numerator=3.5  denominator=4.5
