# Ticket volume: valid conversations that customers began, by when they were created.

story spam, merged and unanswered outbound conversations do not count
#T1  @480  customer opens
#T2  @540  customer opens
     +1m   marks spam
#T3  @600  customer opens
     +1m   merges into #T1
#T4  @630  ana opens
#T5  @660  customer opens
ask ticket_volume total
    total  2  spam=1  merged=1

story an outbound conversation counts once the customer answers
#T1  @480  customer opens
#T2  @540  customer opens
     +1m   marks spam
#T3  @600  customer opens
     +1m   merges into #T1
#T4  @630  ana opens
     @720  customer replies
#T5  @660  customer opens
ask ticket_volume total
    total  3

story a reopening is not a new conversation
#T1  d1 08:00  customer opens
     d1 10:00  ana solves
     d2 10:00  customer replies
     d2 10:00  customer reopens
     d2 12:00  ana solves
     d3 10:00  customer reopens
ask ticket_volume total
    total  1

story the day is the day of the reporting zone
# 22:30 UTC on 31 May is already June in Berlin.
zone Europe/Berlin
#T1  2024-05-31T22:30:00Z  customer opens
ask ticket_volume total 2024-05-01..2024-06-01
    total  0
ask ticket_volume total 2024-05-01..2024-06-01 in UTC
    total  1

story by day and by channel, and nothing is listed for a day on which nothing came
#1  mon 09:00  customer opens via chat
#2  mon 23:59  customer opens
#3  wed 00:00  customer opens via chat
ask ticket_volume per day
    mon  2
    tue  0
    wed  1
    total  3
ask ticket_volume per day by channel
    mon  chat   1
    mon  email  1
    wed  chat   1

story tests, deleted and back-filled conversations are counted apart
#1  mon 09:00  customer opens
#2  mon 09:00  customer opens test=true
#3  mon 09:00  customer opens backfill=true
#4  mon 09:00  customer opens
    tue 09:00  deletes
ask ticket_volume total
    total  1  test=1  backfill=1  deleted=1

story an event that arrives twice changes nothing, and a correction takes the place of the first version
#1  mon 09:00  is created via email id=zendesk:1
    mon 09:00  is created via email id=zendesk:1
    mon 09:00  is created via phone id=zendesk:1 learned=tue
ask ticket_volume total by channel
    phone  1
ask ticket_volume total by channel as of mon 12:00
    email  1
