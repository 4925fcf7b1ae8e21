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

