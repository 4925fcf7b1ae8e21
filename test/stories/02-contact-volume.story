# Each time a customer turns to us: a turn of messages, or an inbound call that was offered.

story several messages in a row are one turn
#1  @0   customer opens
    @1   customer writes
    @5   ana replies
    @20  customer writes
ask contact_volume total
    2  turns=2  calls=0  by_people=2

story an abandoned call is a contact, our own call is none, and the menu's callers are apart
#1  @0   customer opens
    @1   customer writes
    @5   ana replies
    @20  customer writes
call 1  @30  customer calls
    @31  enters queue support for 2m
    @33  abandons
call 2  @40  ana calls
    +10s  rings customer for 5s
    +5s   ana answers for 3m
    +3m   ends
call 3  @50  customer calls
    +1s   enters menu for 20s
    +20s  ends
ask contact_volume total
    3  turns=2  calls=1  ivr_only=1
ask contact_volume total by channel
    email  2
    phone  1  ivr_only=1

story a bot alone dealt with it
#1  @0   customer opens
    @0   bot replies
    @1   customer writes
ask contact_volume total
    1  by_bot=1  by_people=0
ask contact_volume total where handled_by=bot
    1

story what is written in a conversation during its call is the call
#1  @0   is created via phone
call 1  @0  customer calls conversation=1
    +10s  enters queue for 20s
    +20s  rings ana for 4s
    +4s   ana answers for 5m
    +5m   ends
#2  @10  customer opens via phone
    @11  customer writes
    @14  ana replies
    @60  customer writes
call 2  @9  customer calls conversation=2
    +10s  enters queue for 20s
    +20s  rings ana for 4s
    +4s   ana answers for 5m
    +5m   ends
ask contact_volume total
    3  turns=1  calls=2

story spam is none, and what we began counts when the customer answers
#1  @0   customer opens
    @1   ana marks spam
#2  @0   ana opens
    @30  customer replies
#3  @0   ana opens
ask contact_volume total
    1  spam=1
