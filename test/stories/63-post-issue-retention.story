# Forty had an issue solved in May, thirty bought or paid within ninety days; one was solved too recently.
story thirty of forty
#a1
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c1
    2024-02-05 10:00  ana solves
order o1
    2024-03-12  is placed for 10 customer=c1
#a2
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c2
    2024-02-05 10:00  ana solves
order o2
    2024-03-13  is placed for 10 customer=c2
#a3
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c3
    2024-02-05 10:00  ana solves
order o3
    2024-03-14  is placed for 10 customer=c3
#a4
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c4
    2024-02-05 10:00  ana solves
order o4
    2024-03-15  is placed for 10 customer=c4
#a5
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c5
    2024-02-05 10:00  ana solves
order o5
    2024-03-16  is placed for 10 customer=c5
#a6
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c6
    2024-02-05 10:00  ana solves
order o6
    2024-03-17  is placed for 10 customer=c6
#a7
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c7
    2024-02-05 10:00  ana solves
order o7
    2024-03-18  is placed for 10 customer=c7
#a8
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c8
    2024-02-05 10:00  ana solves
order o8
    2024-03-19  is placed for 10 customer=c8
#a9
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c9
    2024-02-05 10:00  ana solves
order o9
    2024-03-11  is placed for 10 customer=c9
#a10
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c10
    2024-02-05 10:00  ana solves
order o10
    2024-03-12  is placed for 10 customer=c10
#a11
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c11
    2024-02-05 10:00  ana solves
order o11
    2024-03-13  is placed for 10 customer=c11
#a12
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c12
    2024-02-05 10:00  ana solves
order o12
    2024-03-14  is placed for 10 customer=c12
#a13
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c13
    2024-02-05 10:00  ana solves
order o13
    2024-03-15  is placed for 10 customer=c13
#a14
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c14
    2024-02-05 10:00  ana solves
order o14
    2024-03-16  is placed for 10 customer=c14
#a15
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c15
    2024-02-05 10:00  ana solves
order o15
    2024-03-17  is placed for 10 customer=c15
#a16
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c16
    2024-02-05 10:00  ana solves
subscription s16
    2024-01-01  pays 10 customer=c16
#a17
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c17
    2024-02-05 10:00  ana solves
subscription s17
    2024-01-01  pays 10 customer=c17
#a18
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c18
    2024-02-05 10:00  ana solves
subscription s18
    2024-01-01  pays 10 customer=c18
#a19
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c19
    2024-02-05 10:00  ana solves
subscription s19
    2024-01-01  pays 10 customer=c19
#a20
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c20
    2024-02-05 10:00  ana solves
subscription s20
    2024-01-01  pays 10 customer=c20
#a21
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c21
    2024-02-05 10:00  ana solves
subscription s21
    2024-01-01  pays 10 customer=c21
#a22
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c22
    2024-02-05 10:00  ana solves
subscription s22
    2024-01-01  pays 10 customer=c22
#a23
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c23
    2024-02-05 10:00  ana solves
subscription s23
    2024-01-01  pays 10 customer=c23
#a24
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c24
    2024-02-05 10:00  ana solves
subscription s24
    2024-01-01  pays 10 customer=c24
#a25
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c25
    2024-02-05 10:00  ana solves
subscription s25
    2024-01-01  pays 10 customer=c25
#a26
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c26
    2024-02-05 10:00  ana solves
subscription s26
    2024-05-01  pays 10 customer=c26
#a27
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c27
    2024-02-05 10:00  ana solves
subscription s27
    2024-05-01  pays 10 customer=c27
#a28
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c28
    2024-02-05 10:00  ana solves
subscription s28
    2024-05-01  pays 10 customer=c28
#a29
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c29
    2024-02-05 10:00  ana solves
subscription s29
    2024-05-01  pays 10 customer=c29
#a30
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c30
    2024-02-05 10:00  ana solves
subscription s30
    2024-05-01  pays 10 customer=c30
#a31
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c31
    2024-02-05 10:00  ana solves
order o31
    2024-05-20  is placed for 10 customer=c31
#a32
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c32
    2024-02-05 10:00  ana solves
order o32
    2024-05-20  is placed for 10 customer=c32
#a33
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c33
    2024-02-05 10:00  ana solves
#a34
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c34
    2024-02-05 10:00  ana solves
#a35
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c35
    2024-02-05 10:00  ana solves
#a36
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c36
    2024-02-05 10:00  ana solves
#a37
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c37
    2024-02-05 10:00  ana solves
#a38
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c38
    2024-02-05 10:00  ana solves
#a39
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c39
    2024-02-05 10:00  ana solves
#a40
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c40
    2024-02-05 10:00  ana solves
# Another issue of the same customer in the period is not another customer.
#b1
    2024-02-06 10:00  is created inbound
    2024-02-06 11:00  changes customer=c1
    2024-02-06 12:00  ana solves
#b2
    2024-05-21 10:00  is created inbound
    2024-05-21 11:00  changes customer=y1
    2024-05-21 12:00  ana solves

ask post_issue_retention total from 2024-02-01 to 2024-03-01
    75%  n=40  numerator=30  59.8%..85.8%

ask post_issue_retention total from 2024-02-01 to 2024-06-01
    75%  n=40  numerator=30  pending=1

story five of forty buy more
#a1
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c1
    2024-02-05 10:00  ana solves
subscription s1
    2024-01-01  pays 10 customer=c1
    2024-02-21  pays 15 customer=c1
#a2
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c2
    2024-02-05 10:00  ana solves
subscription s2
    2024-01-01  pays 10 customer=c2
    2024-02-22  pays 15 customer=c2
#a3
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c3
    2024-02-05 10:00  ana solves
subscription s3
    2024-01-01  pays 10 customer=c3
    2024-02-23  pays 15 customer=c3
#a4
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c4
    2024-02-05 10:00  ana solves
subscription s4
    2024-01-01  pays 10 customer=c4
    2024-02-24  pays 15 customer=c4
#a5
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c5
    2024-02-05 10:00  ana solves
subscription s5
    2024-01-01  pays 10 customer=c5
    2024-02-25  pays 15 customer=c5
#a6
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c6
    2024-02-05 10:00  ana solves
subscription s6
    2024-01-01  pays 10 customer=c6
    2024-03-20  pays 15 customer=c6
#a7
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c7
    2024-02-05 10:00  ana solves
subscription s7
    2024-01-01  pays 10 customer=c7
#a8
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c8
    2024-02-05 10:00  ana solves
subscription s8
    2024-01-01  pays 10 customer=c8
#a9
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c9
    2024-02-05 10:00  ana solves
subscription s9
    2024-01-01  pays 10 customer=c9
#a10
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c10
    2024-02-05 10:00  ana solves
subscription s10
    2024-01-01  pays 10 customer=c10
#a11
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c11
    2024-02-05 10:00  ana solves
subscription s11
    2024-01-01  pays 10 customer=c11
#a12
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c12
    2024-02-05 10:00  ana solves
subscription s12
    2024-01-01  pays 10 customer=c12
#a13
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c13
    2024-02-05 10:00  ana solves
subscription s13
    2024-01-01  pays 10 customer=c13
#a14
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c14
    2024-02-05 10:00  ana solves
subscription s14
    2024-01-01  pays 10 customer=c14
#a15
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c15
    2024-02-05 10:00  ana solves
subscription s15
    2024-01-01  pays 10 customer=c15
#a16
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c16
    2024-02-05 10:00  ana solves
subscription s16
    2024-01-01  pays 10 customer=c16
#a17
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c17
    2024-02-05 10:00  ana solves
subscription s17
    2024-01-01  pays 10 customer=c17
#a18
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c18
    2024-02-05 10:00  ana solves
subscription s18
    2024-01-01  pays 10 customer=c18
#a19
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c19
    2024-02-05 10:00  ana solves
subscription s19
    2024-01-01  pays 10 customer=c19
#a20
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c20
    2024-02-05 10:00  ana solves
subscription s20
    2024-01-01  pays 10 customer=c20
#a21
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c21
    2024-02-05 10:00  ana solves
subscription s21
    2024-01-01  pays 10 customer=c21
#a22
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c22
    2024-02-05 10:00  ana solves
subscription s22
    2024-01-01  pays 10 customer=c22
#a23
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c23
    2024-02-05 10:00  ana solves
subscription s23
    2024-01-01  pays 10 customer=c23
#a24
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c24
    2024-02-05 10:00  ana solves
subscription s24
    2024-01-01  pays 10 customer=c24
#a25
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c25
    2024-02-05 10:00  ana solves
subscription s25
    2024-01-01  pays 10 customer=c25
#a26
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c26
    2024-02-05 10:00  ana solves
subscription s26
    2024-01-01  pays 10 customer=c26
#a27
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c27
    2024-02-05 10:00  ana solves
subscription s27
    2024-01-01  pays 10 customer=c27
#a28
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c28
    2024-02-05 10:00  ana solves
subscription s28
    2024-01-01  pays 10 customer=c28
#a29
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c29
    2024-02-05 10:00  ana solves
subscription s29
    2024-01-01  pays 10 customer=c29
#a30
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c30
    2024-02-05 10:00  ana solves
subscription s30
    2024-01-01  pays 10 customer=c30
#a31
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c31
    2024-02-05 10:00  ana solves
subscription s31
    2024-01-01  pays 10 customer=c31
#a32
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c32
    2024-02-05 10:00  ana solves
subscription s32
    2024-01-01  pays 10 customer=c32
#a33
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c33
    2024-02-05 10:00  ana solves
subscription s33
    2024-01-01  pays 10 customer=c33
#a34
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c34
    2024-02-05 10:00  ana solves
subscription s34
    2024-01-01  pays 10 customer=c34
#a35
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c35
    2024-02-05 10:00  ana solves
subscription s35
    2024-01-01  pays 10 customer=c35
#a36
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c36
    2024-02-05 10:00  ana solves
subscription s36
    2024-01-01  pays 10 customer=c36
#a37
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c37
    2024-02-05 10:00  ana solves
subscription s37
    2024-01-01  pays 10 customer=c37
#a38
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c38
    2024-02-05 10:00  ana solves
subscription s38
    2024-01-01  pays 10 customer=c38
#a39
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c39
    2024-02-05 10:00  ana solves
subscription s39
    2024-01-01  pays 10 customer=c39
#a40
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c40
    2024-02-05 10:00  ana solves
subscription s40
    2024-01-01  pays 10 customer=c40

ask upsell_conversion total from 2024-02-01 to 2024-03-01
    12.5%  n=40  numerator=5  5.5%..26.1%
