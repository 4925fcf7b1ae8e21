# What does not apply is in neither part.
story empathy, accuracy and tone
#1  mon 09:00  customer opens via chat
    mon 09:10  ana solves
    tue 10:00  lee reviews ana criteria.empathy=4/5x2 criteria.accuracy=5/5x3 criteria.tone=n/a team=support

ask quality_score total by team
    support  92%  n=1  numerator=23  denominator=25
ask quality_score:criterion total by criterion
    accuracy  100%  n=1
    empathy   80%   n=1
ask quality_score per day mon..wed by channel
    tue  chat  92%

# A critical error takes all points of its review; they are kept.
story a critical error
#1  mon 09:00  customer opens
    mon 10:00  lee reviews ana criteria.empathy=4/5 critical_error=true
#2  mon 09:00  customer opens
    mon 10:00  lee reviews ana criteria.empathy=5/5 critical_error=false
#3  mon 09:00  customer opens
    mon 10:00  lee reviews ana criteria.empathy=n/a

ask quality_score, quality_score:raw, quality_score:criterion, critical_error_accuracy total
    quality_score            50%   n=2  not_known=1
    quality_score:raw        90%   n=2
    quality_score:criterion  90%   n=2
    critical_error_accuracy  50%   n=2  unknown=1

story thirty reviewed, six with a critical error
#1..24  mon 09:00  customer opens
    mon 10:00  lee reviews ana critical_error=false
#25..30  mon 09:00  customer opens
    mon 10:00  lee reviews ana critical_error=true

ask critical_error_accuracy total
    total  80%  n=30  62.7%..90.5%

# A review of a call, a correction, and one that is told later.
story calls, corrections and more
#1  mon 09:00  customer opens
call 1  mon 09:00  customer calls conversation=#1
    mon 09:01  ana answers for 3m
    mon 09:05  ends
    tue 10:00  lee reviews ana criteria.empathy=2/4 id=r1

ask quality_score total by channel
    phone  50%

call 1  tue 10:00  lee reviews ana criteria.empathy=3/4 id=r1
#1  tue 11:00  lee reviews ben criteria.empathy=1/4

ask quality_score total by agent
    ana  75%  n=1
    ben  25%  n=1
