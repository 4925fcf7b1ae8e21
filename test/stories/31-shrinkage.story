story two of eight hours
agent ana
    mon 08:00  works until 16:00 activity=work paid=true
    mon 08:00  is busy
    mon 10:00  is break
    mon 11:00  is available
    mon 13:00  is training
    mon 14:00  is available
    mon 16:00  is offline

ask shrinkage per day mon..tue
    mon  25%  n=5  numerator=2  denominator=8

story an absence is paid
agent ana
    mon 07:00  is offline
    mon 08:00  works until 16:00 activity=work
    mon 08:00  is available
    mon 16:00  is offline
    tue 08:00  works until 16:00 activity=absent paid=true
    tue 17:00  is available
    tue 17:30  is offline

ask shrinkage, shrinkage:without_absence per day mon..wed
    shrinkage  mon                  0%
    shrinkage:without_absence  mon  0%
    shrinkage  tue                  100%
    shrinkage:without_absence  tue  -

# From ten in the evening until six in the morning, and a break after midnight.
story a night shift belongs to both days
agent ana
    mon 22:00  works until tue 06:00 activity=work
    mon 22:00  is available
    tue 03:00  is break
    tue 04:30  is available
    tue 06:00  is offline

ask shrinkage, utilization per day mon..wed
    shrinkage  mon    0%      denominator=2
    utilization  mon  100%    denominator=2
    shrinkage  tue    25%     denominator=6  numerator=1.5
    utilization  tue  75%     denominator=6

# The one that began last counts; of two that began together the one that ends first.
story plans over each other
agent ana
    mon 08:00  works until 16:00 activity=work
    mon 08:00  works until 09:00 activity=training
    mon 08:30  works until 10:00 activity=meeting paid=false
    mon 08:00  is available
    mon 16:00  is offline

ask utilization per day mon..tue by activity
    mon  training  100%  denominator=0.5
    mon  work      100%  denominator=6
