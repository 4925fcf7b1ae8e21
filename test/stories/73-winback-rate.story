# Five left long enough ago, two of them came back; one left last week.
story two of five come back
start 2024-05-01 00:00
subscription s1
    2024-01-01  pays 10 customer=c1
    2024-02-01  ends customer=c1
    2024-03-01  pays 10 customer=c1
subscription s2
    2024-01-01  pays 10 customer=c2
    2024-02-02  ends customer=c2
    2024-04-01  pays 20 customer=c2
subscription s3
    2024-01-01  pays 10 customer=c3
    2024-02-03  ends customer=c3
    2024-05-20  pays 20 customer=c3
subscription s4
    2024-01-01  pays 10 customer=c4
    2024-02-04  ends customer=c4
subscription s5
    2024-01-01  pays 10 customer=c5
    2024-02-05  ends customer=c5
subscription s6
    2024-01-01  pays 10 customer=c6
    2024-05-15  ends customer=c6

ask winback_rate total from 2024-02-01 to 2024-06-01
    40%  n=5  numerator=2  pending=1  11.8%..76.9%
