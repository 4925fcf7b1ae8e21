story two chats that overlap
#1  mon 09:00  customer opens via chat
    mon 09:00  assigns to ana
    mon 09:10  ana solves
#2  mon 09:05  customer opens via chat
    mon 09:05  assigns to ana
    mon 09:15  ana solves
agent ana  mon 12:00  is offline

ask chat_concurrency per day mon..tue
    mon  1.33  n=2

# Ten minutes after the last message the first one is idle, until the customer writes again; a note is work, a bot's message is none.
story a chat in which nothing happens is idle
#1  mon 09:00  customer opens via chat
    mon 09:00  assigns to ana
    mon 09:08  ana notes
    mon 09:20  bot replies
    mon 09:30  customer replies
    mon 10:30  ana solves
#2  mon 09:10  customer opens via chat
    mon 09:10  assigns to ana
    mon 09:12  ana replies
    mon 09:15  ana solves
agent ana  mon 12:00  is offline

ask chat_concurrency total
    total  1.18  n=3
ask chat_concurrency total with chat_idle_after_min=0
    total  1.06  n=2
ask chat_concurrency total with chat_idle_after_min=22
    total  1.1  n=2

# What lies over the end of an hour is cut there: five minutes alone, then five with one, five with two and five with one.
story cut at the hour
#1  mon 09:50  customer opens via chat
    mon 09:50  assigns to ana
    mon 10:10  ana solves
#2  mon 10:05  customer opens via chat
    mon 10:05  assigns to ana
    mon 10:15  ana solves
agent ana  mon 12:00  is offline

ask chat_concurrency per hour from mon 09:00 to mon 11:00 with chat_idle_after_min=0
    2024-01-01 09:00  1     n=1
    2024-01-01 10:00  1.33  n=2

# Each person for themselves; mail is no chat, nor is one that nobody has or that waits for the customer.
# One that turns out to be spam took its time too.
story people, mails and pauses
#1  mon 09:00  customer opens via chat
    mon 09:00  assigns to ana
    mon 09:20  ana pends
    mon 09:40  customer replies
    mon 09:40  becomes open
    mon 10:00  ana solves
#2  mon 09:00  customer opens via chat
    mon 09:20  assigns to ben
    mon 10:00  ben solves
#3  mon 09:00  customer opens via email
    mon 09:00  assigns to ana
    mon 10:00  ana solves
#4  mon 09:30  customer opens via chat
    mon 09:30  assigns to ana
    mon 09:50  ana marks spam
agent ana  mon 12:00  is offline

ask chat_concurrency total by agent with chat_idle_after_min=0
    ana  1.2  n=3
    ben  1  n=1
ask chat_concurrency total with chat_idle_after_min=0
    total  1.11  numerator=1.67  denominator=1.5

# A long one outlasts two short ones; what is told later is taken in.
story a long one and short ones
#1  mon 09:00  customer opens via chat
    mon 09:00  assigns to ana
#2  mon 09:10  customer opens via chat
    mon 09:10  assigns to ana
    mon 09:20  ana solves
agent ana  mon 10:00  is offline

ask chat_concurrency total with chat_idle_after_min=0
    total  1.17  n=2

#3  mon 09:30  customer opens via chat
    mon 09:30  assigns to ana
    mon 09:40  ana solves
#4  mon 10:30  customer opens via chat
    mon 10:30  assigns to ana
    mon 11:00  ana solves
#1  mon 10:00  ana solves

ask chat_concurrency total with chat_idle_after_min=0
    total  1.22  n=4  numerator=1.83  denominator=1.5

story no chats
#1  mon 09:00  customer opens via email
    mon 09:00  assigns to ana

ask chat_concurrency total with chat_idle_after_min=0
    total  -
