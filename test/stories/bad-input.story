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
