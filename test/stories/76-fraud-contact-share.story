story six of a hundred and twenty
#1..6
    2024-05-03 10:00  customer opens
    +1m  tags fraud
    2024-05-05 22:00  ana solves
#7..120
    2024-05-03 10:00  customer opens
    2024-05-03 20:00  ana solves

ask fraud_contact_share, fraud_contact_share:resolution, fraud_contact_share:other_resolution total
    fraud_contact_share                    5%  n=120  numerator=6
    fraud_contact_share:resolution        60h  n=6
    fraud_contact_share:other_resolution  10h  n=114
