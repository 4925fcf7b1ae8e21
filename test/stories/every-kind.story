# One day of a support floor in which everything happens once that can happen. Each line is there to be read, imported and folded.

zone Europe/Berlin
hours mon-fri 09:00-17:00 Europe/Berlin
breaks mon-fri 12:00-13:00
holiday wed All stand still
on thu 09:00-12:00

agent ana  mon 08:00  is hired team=support role=advisor
    mon 08:55  is known as "Ana B."
    mon 09:00  works until 17:00 activity=work paid=true
    mon 09:00  is available on_queue=true
    mon 12:00  is break
    fri 17:00  leaves voluntary=true
team support  mon 08:00  is known as "First line"
customer bea  mon 08:00  changes plan=pro
    mon 18:00  is the same as bea2

#1  mon 09:00  customer opens via chat about login customer=bea team=support attributes.country=DE
    mon 09:01  bot replies
    mon 09:02  bot hands off to @support
    mon 09:03  assigns to ana@support
    mon 09:03  promises first_response in 60m on business pausing pending,on_hold policy=gold
    mon 09:10  ana@support replies
    mon 09:11  tags vip, outage
    mon 09:12  changes priority=high
    mon 09:15  ana escalates to tier 2
    mon 09:30  ana pends
    mon 10:00  customer replies
    mon 10:00  becomes open
    mon 10:20  ana@support solves
    mon 10:20  ana logs 25m
    tue 10:00  lee reviews ana criteria.empathy=4/5x2 critical_error=false
#2  mon 09:05  customer opens customer=bea
    mon 09:20  merges into #1
#3  mon 09:06  customer opens
    mon 09:07  marks spam
#4  mon 09:08  customer opens
    mon 09:09  deletes

call 1  mon 11:00  customer calls customer=bea conversation=#1
    mon 11:00:00  enters menu for 20s
    mon 11:00:20  enters queue sales for 25s
    mon 11:00:45  rings ben for 5s
    mon 11:00:50  ben answers for 3m
    mon 11:02:00  ben holds for 30s
    mon 11:03:50  ben transfers to ana@support
    mon 11:04:00  ana wraps up for 1m
    mon 11:05:00  ends
call 2  mon 11:10  customer calls
    mon 11:10:05  enters queue sales
    mon 11:10:35  abandons
call 3  mon 11:20  customer calls
    mon 11:20:05  enters queue sales
    mon 11:20:50  asks for callback
    mon 11:50:00  ana calls back
call 4  mon 11:30  customer calls
    mon 11:30:05  enters queue sales
    mon 11:31:00  leaves voicemail
call 5  mon 11:40  customer calls
    mon 11:40:05  enters queue sales
    mon 11:41:00  flows out overflow

survey 1  mon 12:00  sent csat about #1 scale 1-5
    mon 13:00  rates 5 comment="Thank you!"
    mon 14:00  bot labels positive version=v2 topic=login
    mon 15:00  ana labels positive
survey 2  mon 12:00  sent csat about #2
    mon 12:01  bounces

visit v1  mon 08:30  views reset-password customer=bea
    mon 08:31  votes reset-password unhelpful
    mon 08:32  searches "how to log in" in vain
    mon 08:33  opens form

subscription s1  mon 08:00  pays 50 EUR customer=bea plan=pro
invoice i1  mon 08:00  is issued for 50 EUR customer=bea
order o1  mon 08:00  is placed for 80 EUR customer=bea
    tue 08:00  refunds 20 EUR
dispute d1  wed 08:00  is received network=visa amount=60
dispute d2  wed 08:00  is reported as fraud network=visa
cost c1  mon 08:00  books 5000 EUR for wages team=support
source helpdesk  mon 00:00  counts 4 conversations

# Merged into the first, spam, deleted: one is left, and it was answered ten minutes later, all of them open.
ask ticket_volume, first_response_time, first_response_time:business total
    ticket_volume                 1    spam=1  deleted=1  merged=1
    first_response_time           10m
    first_response_time:business  10m
ask csat total
    total  100%
