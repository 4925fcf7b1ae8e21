story eight hundred
subscription s1
    2024-04-01  pays 50 customer=c1
    2024-05-10  ends customer=c1
subscription s2
    2024-04-01  pays 50 customer=c2
subscription s3
    2024-04-01  pays 50 customer=c3
subscription s4
    2024-04-01  pays 50 customer=c4
subscription s5
    2024-04-01  pays 50 customer=c5
subscription s6
    2024-04-01  pays 50 customer=c6
subscription s7
    2024-04-01  pays 50 customer=c7
subscription s8
    2024-04-01  pays 50 customer=c8
subscription s9
    2024-04-01  pays 50 customer=c9
subscription s10
    2024-04-01  pays 50 customer=c10
subscription s11
    2024-04-01  pays 50 customer=c11
subscription s12
    2024-04-01  pays 50 customer=c12
subscription s13
    2024-04-01  pays 50 customer=c13
subscription s14
    2024-04-01  pays 50 customer=c14
subscription s15
    2024-04-01  pays 50 customer=c15
subscription s16
    2024-04-01  pays 50 customer=c16
subscription s17
    2024-04-01  pays 50 customer=c17
subscription s18
    2024-04-01  pays 50 customer=c18
subscription s19
    2024-04-01  pays 50 customer=c19
subscription s20
    2024-04-01  pays 50 customer=c20
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_lifetime_value, customer_lifetime_value:discounted, customer_lifetime_value:revenue total from 2024-05-01 to 2024-06-01
    customer_lifetime_value             800
    customer_lifetime_value:discounted  673.33
    customer_lifetime_value:revenue     1000

story nobody left
subscription s
    2024-04-01  pays 50 customer=c
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_lifetime_value, customer_lifetime_value:capped, customer_lifetime_value:capped(horizon=12) total from 2024-05-01 to 2024-06-01
    customer_lifetime_value                     -  n=1
    customer_lifetime_value:capped              2400
    customer_lifetime_value:capped(horizon=12)  480

