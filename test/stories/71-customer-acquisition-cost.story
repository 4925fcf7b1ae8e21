story thirty thousand for sixty
cost ads
    2024-05-01  books 30000 for acquisition
cost wages
    2024-05-01  books 90000 for wages
order o1
    2024-05-03  is placed for 10 customer=c1
order o2
    2024-05-03  is placed for 10 customer=c2
order o3
    2024-05-03  is placed for 10 customer=c3
order o4
    2024-05-03  is placed for 10 customer=c4
order o5
    2024-05-03  is placed for 10 customer=c5
order o6
    2024-05-03  is placed for 10 customer=c6
order o7
    2024-05-03  is placed for 10 customer=c7
order o8
    2024-05-03  is placed for 10 customer=c8
order o9
    2024-05-03  is placed for 10 customer=c9
order o10
    2024-05-03  is placed for 10 customer=c10
order o11
    2024-05-03  is placed for 10 customer=c11
order o12
    2024-05-03  is placed for 10 customer=c12
order o13
    2024-05-03  is placed for 10 customer=c13
order o14
    2024-05-03  is placed for 10 customer=c14
order o15
    2024-05-03  is placed for 10 customer=c15
order o16
    2024-05-03  is placed for 10 customer=c16
order o17
    2024-05-03  is placed for 10 customer=c17
order o18
    2024-05-03  is placed for 10 customer=c18
order o19
    2024-05-03  is placed for 10 customer=c19
order o20
    2024-05-03  is placed for 10 customer=c20
order o21
    2024-05-03  is placed for 10 customer=c21
order o22
    2024-05-03  is placed for 10 customer=c22
order o23
    2024-05-03  is placed for 10 customer=c23
order o24
    2024-05-03  is placed for 10 customer=c24
order o25
    2024-05-03  is placed for 10 customer=c25
order o26
    2024-05-03  is placed for 10 customer=c26
order o27
    2024-05-03  is placed for 10 customer=c27
order o28
    2024-05-03  is placed for 10 customer=c28
order o29
    2024-05-03  is placed for 10 customer=c29
order o30
    2024-05-03  is placed for 10 customer=c30
order o31
    2024-05-03  is placed for 10 customer=c31
order o32
    2024-05-03  is placed for 10 customer=c32
order o33
    2024-05-03  is placed for 10 customer=c33
order o34
    2024-05-03  is placed for 10 customer=c34
order o35
    2024-05-03  is placed for 10 customer=c35
order o36
    2024-05-03  is placed for 10 customer=c36
order o37
    2024-05-03  is placed for 10 customer=c37
order o38
    2024-05-03  is placed for 10 customer=c38
order o39
    2024-05-03  is placed for 10 customer=c39
order o40
    2024-05-03  is placed for 10 customer=c40
order o41
    2024-05-03  is placed for 10 customer=c41
order o42
    2024-05-03  is placed for 10 customer=c42
order o43
    2024-05-03  is placed for 10 customer=c43
order o44
    2024-05-03  is placed for 10 customer=c44
order o45
    2024-05-03  is placed for 10 customer=c45
order o46
    2024-05-03  is placed for 10 customer=c46
order o47
    2024-05-03  is placed for 10 customer=c47
order o48
    2024-05-03  is placed for 10 customer=c48
order o49
    2024-05-03  is placed for 10 customer=c49
order o50
    2024-05-03  is placed for 10 customer=c50
order o51
    2024-05-03  is placed for 10 customer=c51
order o52
    2024-05-03  is placed for 10 customer=c52
order o53
    2024-05-03  is placed for 10 customer=c53
order o54
    2024-05-03  is placed for 10 customer=c54
order o55
    2024-05-03  is placed for 10 customer=c55
order o56
    2024-05-03  is placed for 10 customer=c56
order o57
    2024-05-03  is placed for 10 customer=c57
order o58
    2024-05-03  is placed for 10 customer=c58
order o59
    2024-05-03  is placed for 10 customer=c59
order o60
    2024-05-03  is placed for 10 customer=c60
order again
    2024-05-04  is placed for 10 customer=c1

ask customer_acquisition_cost total from 2024-05-01 to 2024-06-01
    500  numerator=30000  denominator=60

story nobody came
cost ads
    2024-05-01  books 30000 for acquisition

ask customer_acquisition_cost total from 2024-05-01 to 2024-06-01
    -  n=1

story worth eight hundred, won for five hundred, paid back in twelve and a half months
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
cost ads
    2024-05-01  books 500 for acquisition
order o1
    2024-05-03  is placed for 10 customer=new
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_acquisition_cost:clv_ratio, customer_acquisition_cost:payback, customer_acquisition_cost:clv_ratio(margin=0.4) total from 2024-05-01 to 2024-06-01
    customer_acquisition_cost:clv_ratio              1.6  numerator=800  denominator=500
    customer_acquisition_cost:payback                12.5  numerator=500  denominator=40
    customer_acquisition_cost:clv_ratio(margin=0.4)  0.8

story what was spent in April wins the customers of May
cost ads
    2024-04-10  books 600 for acquisition
cost more
    2024-05-10  books 900 for acquisition
order o1
    2024-05-12  is placed for 10 customer=c1
order o2
    2024-05-13  is placed for 10 customer=c2
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_acquisition_cost, customer_acquisition_cost:lagged, customer_acquisition_cost:lagged(lag=0) total from 2024-05-01 to 2024-06-01
    customer_acquisition_cost                450
    customer_acquisition_cost:lagged         300
    customer_acquisition_cost:lagged(lag=0)  450
