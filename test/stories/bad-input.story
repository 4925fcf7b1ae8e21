# What no source should say, and some do. Nothing of it may count wrongly in silence.

story two subscriptions of one customer overlap: the customer pays both, and leaving one is not leaving
subscription s1  2024-01-01  pays 10 customer=c
subscription s2  2024-01-15  pays 5 customer=c
subscription s1  2024-02-01  ends customer=c
subscription s9  2024-03-01  pays 1 customer=late
ask mrr total from 2024-01-01 to 2024-01-20
    15
ask mrr total from 2024-01-01 to 2024-02-10
    5
ask customer_churn_rate total from 2024-01-20 to 2024-02-10
    0%  n=1

story a currency without a rate counts apart
subscription s1  2024-01-01  pays 10 EUR customer=a
subscription s2  2024-01-01  pays 10 XTS customer=b
subscription s3  2024-02-01  pays 10 EUR customer=d
ask mrr total from 2024-01-01 to 2024-01-20
    0  n=0  no_rate=2

story surveys answered in every wrong way
survey A  mon 09:00  sent nps
    mon 10:00  rates 6.5
survey B  mon 09:00  sent nps
    mon 10:00  rates 11
survey C  mon 09:00  sent nps
    mon 10:00  rates 9 scale 1-10
survey D  mon 09:00  sent nps
    mon 10:00  rates 3
    mon 11:00  rates 10
ask nps total
    100  n=1  not_whole=1  out_of_range=1  wrong_scale=1

story a merge chain ends in the last, a circle keeps the one it came back to
#1  mon 09:00  customer opens
    mon 10:00  merges into #2
#2  mon 09:05  customer opens
    mon 10:05  merges into #3
#3  mon 09:10  customer opens
    mon 10:10  merges into #1
ask ticket_volume total
    1  merged=2

story links that contradict: the last word holds, and one customer is counted once
customer a  mon 08:00  is the same as b
customer b  mon 08:01  is the same as a
customer a  mon 08:02  is not the same as b
customer b  mon 08:03  is the same as a
#1  mon 09:00  customer opens about x customer=a
    mon 09:30  ana solves
#2  tue 09:00  customer opens about x customer=b
    tue 09:30  ana solves
#9  d20 09:00  customer opens customer=z
ask repeat_contact_rate total mon..wed
    50%  n=2

story rehired under another name, in another team
agent ana  2024-01-01  is hired team=red
    2024-02-01  leaves voluntary=true
    2024-03-01  is hired team=blue
    2024-03-02  is known as "Ana B."
    2024-05-01  is offline
ask employee_turnover_rate:voluntary total from 2024-01-01 to 2024-04-01
    146.8%  numerator=1

story a shift over midnight in the night when the clock goes forward lasts seven hours
zone Europe/Berlin
agent ana  2024-03-30 22:00  works until 2024-03-31T06:00:00+02:00 paid=true
    2024-03-30 22:00  is available on_queue=true
    2024-03-31 06:00  is offline
ask utilization total from 2024-03-30 to 2024-04-01
    100%  denominator=7

story a shift over midnight in the night when the clock goes back lasts nine hours
zone Europe/Berlin
agent ana  2024-10-26 22:00  works until 2024-10-27T06:00:00+01:00 paid=true
    2024-10-26 22:00  is available on_queue=true
    2024-10-27 06:00  is offline
ask utilization total from 2024-10-26 to 2024-10-28
    100%  denominator=9

story an agent in two teams at once is one person, whose hours are hers once, and each team's work is its own
agent ana  2024-01-01 08:00  is hired team=red
    2024-01-01 08:00  is hired team=blue
    2024-01-08 09:00  works until 17:00 team=red paid=true
    2024-01-08 12:00  works until 17:00 team=blue paid=true
    2024-01-08 09:00  is available on_queue=true team=red
    2024-01-08 12:00  is available on_queue=true team=blue
    2024-01-08 17:00  is offline
#1  2024-01-08 09:00  customer opens
    2024-01-08 09:05  ana@red replies
    2024-01-08 09:10  ana@red solves
#2  2024-01-08 12:00  customer opens
    2024-01-08 12:05  ana@blue replies
    2024-01-08 12:20  ana@blue solves
agent ben  2024-03-01 08:00  is offline
ask employee_retention_rate total from 2024-01-05 to 2024-02-01
    100%  n=1
ask utilization total from 2024-01-08 to 2024-01-09
    100%  denominator=8
ask utilization total from 2024-01-08 to 2024-01-09 by team
    blue  100%  denominator=5
    red   100%  denominator=3
ask resolution_time total from 2024-01-08 to 2024-01-09 by agent
    ana  15m  n=2
ask resolution_time total from 2024-01-08 to 2024-01-09 by team
    blue  20m  n=1
    red   10m  n=1

story two agents who each have the other's name remain two
agent ana  mon 08:00  is known as "Ben"
agent ben  mon 08:01  is known as "Ana"
#1  mon 09:00  customer opens
    mon 09:05  ana replies
    mon 09:10  ana solves
#2  mon 09:00  customer opens
    mon 09:05  ben replies
    mon 09:20  ben solves
ask resolution_time total by agent
    ana  10m
    ben  20m

story who leaves before being hired, or twice, leaves once at most, and a shift that ends before it begins is none
agent ana  2024-01-08 17:00  works until 2024-01-08T09:00:00Z paid=true
    2024-01-08 17:00  is available on_queue=true
    2024-01-08 18:00  is offline
agent ben  2024-01-01  leaves voluntary=true
    2024-01-05  is hired team=red
agent cyd  2024-01-02  is hired team=red
    2024-01-20  leaves voluntary=true
    2024-01-25  leaves voluntary=true
agent dan  2024-02-15  is offline
ask utilization total from 2024-01-08 to 2024-01-09
    -  denominator=0
ask employee_turnover_rate:distinct total from 2024-01-01 to 2024-02-01
    50%  numerator=1

story who leaves one team and is hired by another at the same midnight stays, whichever is told first; who comes and leaves at once is gone
agent ana  2024-01-01  is hired team=red
    2024-03-01  leaves team=red
    2024-03-01  is hired team=blue
agent ben  2024-01-01  is hired team=red
    2024-03-01  is hired team=blue
    2024-03-01  leaves team=red
agent cyd  2024-01-01  is hired team=red
    2024-02-01  leaves
    2024-03-01  is hired team=blue
    2024-03-01  leaves
agent dan  2024-05-15  is offline
ask employee_retention_rate by team total from 2024-04-01 to 2024-05-01
    blue  100%  n=2
    all   100%  n=2
ask employee_turnover_rate:distinct by team total from 2024-02-15 to 2024-04-01
    red   100%  n=2
    blue  33.3%  n=3
    all   60%  n=5

story a call whose queue ends before it begins has waited from then on all the same
call 1  mon 11:00:00  customer calls
    mon 11:00:30  enters queue sales until 11:00:10
    mon 11:00:40  ana answers until 11:05:00
    mon 11:05  ends
call 2  mon 12:00:00  customer calls
    mon 12:00:05  enters queue sales for 25s
    mon 12:00:30  ana answers for 2m
    mon 12:02:30  ends
call 3  mon 13:00:00  customer calls
    mon 13:00:30  enters queue sales until 13:00:10
    mon 13:00:40  abandons
ask average_speed_of_answer, time_to_abandon, average_handle_time, abandonment_rate:raw total
    average_speed_of_answer  17.5s  n=2
    time_to_abandon          10s    n=1
    average_handle_time      190s   n=2
    abandonment_rate:raw     33.3%  n=3

story a currency in small letters is the same currency
subscription s1  2024-01-01  pays 10 EUR customer=a
subscription s2  2024-01-01  pays 10 customer=b currency=eur
subscription s3  2024-02-01  pays 10 EUR customer=d
ask mrr total from 2024-01-01 to 2024-01-20
    20  n=2

story a subscription that ends twice, or before it began
subscription s1  2024-01-01  pays 10 customer=a
    2024-01-10  ends customer=a
    2024-01-12  ends customer=a
subscription s2  2024-01-05  ends customer=b
    2024-01-08  pays 10 customer=b
subscription s3  2024-02-08  pays 10 customer=z
ask customer_churn_rate:stops, mrr, mrr:churn total from 2024-01-02 to 2024-02-01
    customer_churn_rate:stops  1   n=1
    mrr                        10  n=1
    mrr:churn                  10  n=1
