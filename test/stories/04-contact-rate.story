story three for each hundred orders
#1..12
    2024-05-03 10:00  customer opens
order 1..400
    2024-05-02 10:00  is placed for 10

ask contact_rate:per_order total from 2024-05-01 to 2024-06-01
    3  n=12  numerator=12

story four for two hundred orders are few
#1..4
    2024-05-03 10:00  customer opens
order 1..200
    2024-05-02 10:00  is placed for 10

ask contact_rate:per_order total from 2024-05-01 to 2024-06-01
    2  0.54..5.12

story without customers there is no rate
#1
    2024-05-03 10:00  customer opens
ask contact_rate total from 2024-05-01 to 2024-06-01
    -  n=1

story active customers are those who paid at some time in the period
subscription a
    2024-04-01  pays 10 customer=a
    2024-05-20  ends customer=a
subscription b
    2024-04-01  pays 10 customer=b
    2024-05-01  ends customer=b
subscription c
    2024-05-03  pays 10 customer=c
#1
    2024-05-30 10:00  customer opens

ask contact_rate, contact_rate:customers total from 2024-05-01 to 2024-06-01
    contact_rate            50  n=1
    contact_rate:customers  2
