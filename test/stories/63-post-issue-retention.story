# Forty had an issue solved in February, thirty bought or paid within ninety days; one was solved too recently.
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

# Of customers who bought in January, forty had an issue solved in February and thirty of them bought again; of a hundred without an issue eighty did.
story five points fewer than without an issue
order j1  2024-01-15 10:00  is placed for 10 customer=c1
#i1
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c1
    2024-02-05 10:00  ana solves
order k1  2024-03-05 10:00  is placed for 10 customer=c1
order j2  2024-01-15 10:00  is placed for 10 customer=c2
#i2
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c2
    2024-02-05 10:00  ana solves
order k2  2024-03-05 10:00  is placed for 10 customer=c2
order j3  2024-01-15 10:00  is placed for 10 customer=c3
#i3
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c3
    2024-02-05 10:00  ana solves
order k3  2024-03-05 10:00  is placed for 10 customer=c3
order j4  2024-01-15 10:00  is placed for 10 customer=c4
#i4
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c4
    2024-02-05 10:00  ana solves
order k4  2024-03-05 10:00  is placed for 10 customer=c4
order j5  2024-01-15 10:00  is placed for 10 customer=c5
#i5
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c5
    2024-02-05 10:00  ana solves
order k5  2024-03-05 10:00  is placed for 10 customer=c5
order j6  2024-01-15 10:00  is placed for 10 customer=c6
#i6
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c6
    2024-02-05 10:00  ana solves
order k6  2024-03-05 10:00  is placed for 10 customer=c6
order j7  2024-01-15 10:00  is placed for 10 customer=c7
#i7
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c7
    2024-02-05 10:00  ana solves
order k7  2024-03-05 10:00  is placed for 10 customer=c7
order j8  2024-01-15 10:00  is placed for 10 customer=c8
#i8
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c8
    2024-02-05 10:00  ana solves
order k8  2024-03-05 10:00  is placed for 10 customer=c8
order j9  2024-01-15 10:00  is placed for 10 customer=c9
#i9
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c9
    2024-02-05 10:00  ana solves
order k9  2024-03-05 10:00  is placed for 10 customer=c9
order j10  2024-01-15 10:00  is placed for 10 customer=c10
#i10
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c10
    2024-02-05 10:00  ana solves
order k10  2024-03-05 10:00  is placed for 10 customer=c10
order j11  2024-01-15 10:00  is placed for 10 customer=c11
#i11
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c11
    2024-02-05 10:00  ana solves
order k11  2024-03-05 10:00  is placed for 10 customer=c11
order j12  2024-01-15 10:00  is placed for 10 customer=c12
#i12
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c12
    2024-02-05 10:00  ana solves
order k12  2024-03-05 10:00  is placed for 10 customer=c12
order j13  2024-01-15 10:00  is placed for 10 customer=c13
#i13
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c13
    2024-02-05 10:00  ana solves
order k13  2024-03-05 10:00  is placed for 10 customer=c13
order j14  2024-01-15 10:00  is placed for 10 customer=c14
#i14
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c14
    2024-02-05 10:00  ana solves
order k14  2024-03-05 10:00  is placed for 10 customer=c14
order j15  2024-01-15 10:00  is placed for 10 customer=c15
#i15
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c15
    2024-02-05 10:00  ana solves
order k15  2024-03-05 10:00  is placed for 10 customer=c15
order j16  2024-01-15 10:00  is placed for 10 customer=c16
#i16
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c16
    2024-02-05 10:00  ana solves
order k16  2024-03-05 10:00  is placed for 10 customer=c16
order j17  2024-01-15 10:00  is placed for 10 customer=c17
#i17
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c17
    2024-02-05 10:00  ana solves
order k17  2024-03-05 10:00  is placed for 10 customer=c17
order j18  2024-01-15 10:00  is placed for 10 customer=c18
#i18
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c18
    2024-02-05 10:00  ana solves
order k18  2024-03-05 10:00  is placed for 10 customer=c18
order j19  2024-01-15 10:00  is placed for 10 customer=c19
#i19
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c19
    2024-02-05 10:00  ana solves
order k19  2024-03-05 10:00  is placed for 10 customer=c19
order j20  2024-01-15 10:00  is placed for 10 customer=c20
#i20
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c20
    2024-02-05 10:00  ana solves
order k20  2024-03-05 10:00  is placed for 10 customer=c20
order j21  2024-01-15 10:00  is placed for 10 customer=c21
#i21
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c21
    2024-02-05 10:00  ana solves
order k21  2024-03-05 10:00  is placed for 10 customer=c21
order j22  2024-01-15 10:00  is placed for 10 customer=c22
#i22
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c22
    2024-02-05 10:00  ana solves
order k22  2024-03-05 10:00  is placed for 10 customer=c22
order j23  2024-01-15 10:00  is placed for 10 customer=c23
#i23
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c23
    2024-02-05 10:00  ana solves
order k23  2024-03-05 10:00  is placed for 10 customer=c23
order j24  2024-01-15 10:00  is placed for 10 customer=c24
#i24
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c24
    2024-02-05 10:00  ana solves
order k24  2024-03-05 10:00  is placed for 10 customer=c24
order j25  2024-01-15 10:00  is placed for 10 customer=c25
#i25
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c25
    2024-02-05 10:00  ana solves
order k25  2024-03-05 10:00  is placed for 10 customer=c25
order j26  2024-01-15 10:00  is placed for 10 customer=c26
#i26
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c26
    2024-02-05 10:00  ana solves
order k26  2024-03-05 10:00  is placed for 10 customer=c26
order j27  2024-01-15 10:00  is placed for 10 customer=c27
#i27
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c27
    2024-02-05 10:00  ana solves
order k27  2024-03-05 10:00  is placed for 10 customer=c27
order j28  2024-01-15 10:00  is placed for 10 customer=c28
#i28
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c28
    2024-02-05 10:00  ana solves
order k28  2024-03-05 10:00  is placed for 10 customer=c28
order j29  2024-01-15 10:00  is placed for 10 customer=c29
#i29
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c29
    2024-02-05 10:00  ana solves
order k29  2024-03-05 10:00  is placed for 10 customer=c29
order j30  2024-01-15 10:00  is placed for 10 customer=c30
#i30
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c30
    2024-02-05 10:00  ana solves
order k30  2024-03-05 10:00  is placed for 10 customer=c30
order j31  2024-01-15 10:00  is placed for 10 customer=c31
#i31
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c31
    2024-02-05 10:00  ana solves
order j32  2024-01-15 10:00  is placed for 10 customer=c32
#i32
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c32
    2024-02-05 10:00  ana solves
order j33  2024-01-15 10:00  is placed for 10 customer=c33
#i33
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c33
    2024-02-05 10:00  ana solves
order j34  2024-01-15 10:00  is placed for 10 customer=c34
#i34
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c34
    2024-02-05 10:00  ana solves
order j35  2024-01-15 10:00  is placed for 10 customer=c35
#i35
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c35
    2024-02-05 10:00  ana solves
order j36  2024-01-15 10:00  is placed for 10 customer=c36
#i36
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c36
    2024-02-05 10:00  ana solves
order j37  2024-01-15 10:00  is placed for 10 customer=c37
#i37
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c37
    2024-02-05 10:00  ana solves
order j38  2024-01-15 10:00  is placed for 10 customer=c38
#i38
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c38
    2024-02-05 10:00  ana solves
order j39  2024-01-15 10:00  is placed for 10 customer=c39
#i39
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c39
    2024-02-05 10:00  ana solves
order j40  2024-01-15 10:00  is placed for 10 customer=c40
#i40
    2024-02-03 10:00  is created inbound
    2024-02-04 10:00  changes customer=c40
    2024-02-05 10:00  ana solves
order m1  2024-01-15 10:00  is placed for 10 customer=d1
order n1  2024-03-05 10:00  is placed for 10 customer=d1
order m2  2024-01-15 10:00  is placed for 10 customer=d2
order n2  2024-03-05 10:00  is placed for 10 customer=d2
order m3  2024-01-15 10:00  is placed for 10 customer=d3
order n3  2024-03-05 10:00  is placed for 10 customer=d3
order m4  2024-01-15 10:00  is placed for 10 customer=d4
order n4  2024-03-05 10:00  is placed for 10 customer=d4
order m5  2024-01-15 10:00  is placed for 10 customer=d5
order n5  2024-03-05 10:00  is placed for 10 customer=d5
order m6  2024-01-15 10:00  is placed for 10 customer=d6
order n6  2024-03-05 10:00  is placed for 10 customer=d6
order m7  2024-01-15 10:00  is placed for 10 customer=d7
order n7  2024-03-05 10:00  is placed for 10 customer=d7
order m8  2024-01-15 10:00  is placed for 10 customer=d8
order n8  2024-03-05 10:00  is placed for 10 customer=d8
order m9  2024-01-15 10:00  is placed for 10 customer=d9
order n9  2024-03-05 10:00  is placed for 10 customer=d9
order m10  2024-01-15 10:00  is placed for 10 customer=d10
order n10  2024-03-05 10:00  is placed for 10 customer=d10
order m11  2024-01-15 10:00  is placed for 10 customer=d11
order n11  2024-03-05 10:00  is placed for 10 customer=d11
order m12  2024-01-15 10:00  is placed for 10 customer=d12
order n12  2024-03-05 10:00  is placed for 10 customer=d12
order m13  2024-01-15 10:00  is placed for 10 customer=d13
order n13  2024-03-05 10:00  is placed for 10 customer=d13
order m14  2024-01-15 10:00  is placed for 10 customer=d14
order n14  2024-03-05 10:00  is placed for 10 customer=d14
order m15  2024-01-15 10:00  is placed for 10 customer=d15
order n15  2024-03-05 10:00  is placed for 10 customer=d15
order m16  2024-01-15 10:00  is placed for 10 customer=d16
order n16  2024-03-05 10:00  is placed for 10 customer=d16
order m17  2024-01-15 10:00  is placed for 10 customer=d17
order n17  2024-03-05 10:00  is placed for 10 customer=d17
order m18  2024-01-15 10:00  is placed for 10 customer=d18
order n18  2024-03-05 10:00  is placed for 10 customer=d18
order m19  2024-01-15 10:00  is placed for 10 customer=d19
order n19  2024-03-05 10:00  is placed for 10 customer=d19
order m20  2024-01-15 10:00  is placed for 10 customer=d20
order n20  2024-03-05 10:00  is placed for 10 customer=d20
order m21  2024-01-15 10:00  is placed for 10 customer=d21
order n21  2024-03-05 10:00  is placed for 10 customer=d21
order m22  2024-01-15 10:00  is placed for 10 customer=d22
order n22  2024-03-05 10:00  is placed for 10 customer=d22
order m23  2024-01-15 10:00  is placed for 10 customer=d23
order n23  2024-03-05 10:00  is placed for 10 customer=d23
order m24  2024-01-15 10:00  is placed for 10 customer=d24
order n24  2024-03-05 10:00  is placed for 10 customer=d24
order m25  2024-01-15 10:00  is placed for 10 customer=d25
order n25  2024-03-05 10:00  is placed for 10 customer=d25
order m26  2024-01-15 10:00  is placed for 10 customer=d26
order n26  2024-03-05 10:00  is placed for 10 customer=d26
order m27  2024-01-15 10:00  is placed for 10 customer=d27
order n27  2024-03-05 10:00  is placed for 10 customer=d27
order m28  2024-01-15 10:00  is placed for 10 customer=d28
order n28  2024-03-05 10:00  is placed for 10 customer=d28
order m29  2024-01-15 10:00  is placed for 10 customer=d29
order n29  2024-03-05 10:00  is placed for 10 customer=d29
order m30  2024-01-15 10:00  is placed for 10 customer=d30
order n30  2024-03-05 10:00  is placed for 10 customer=d30
order m31  2024-01-15 10:00  is placed for 10 customer=d31
order n31  2024-03-05 10:00  is placed for 10 customer=d31
order m32  2024-01-15 10:00  is placed for 10 customer=d32
order n32  2024-03-05 10:00  is placed for 10 customer=d32
order m33  2024-01-15 10:00  is placed for 10 customer=d33
order n33  2024-03-05 10:00  is placed for 10 customer=d33
order m34  2024-01-15 10:00  is placed for 10 customer=d34
order n34  2024-03-05 10:00  is placed for 10 customer=d34
order m35  2024-01-15 10:00  is placed for 10 customer=d35
order n35  2024-03-05 10:00  is placed for 10 customer=d35
order m36  2024-01-15 10:00  is placed for 10 customer=d36
order n36  2024-03-05 10:00  is placed for 10 customer=d36
order m37  2024-01-15 10:00  is placed for 10 customer=d37
order n37  2024-03-05 10:00  is placed for 10 customer=d37
order m38  2024-01-15 10:00  is placed for 10 customer=d38
order n38  2024-03-05 10:00  is placed for 10 customer=d38
order m39  2024-01-15 10:00  is placed for 10 customer=d39
order n39  2024-03-05 10:00  is placed for 10 customer=d39
order m40  2024-01-15 10:00  is placed for 10 customer=d40
order n40  2024-03-05 10:00  is placed for 10 customer=d40
order m41  2024-01-15 10:00  is placed for 10 customer=d41
order n41  2024-03-05 10:00  is placed for 10 customer=d41
order m42  2024-01-15 10:00  is placed for 10 customer=d42
order n42  2024-03-05 10:00  is placed for 10 customer=d42
order m43  2024-01-15 10:00  is placed for 10 customer=d43
order n43  2024-03-05 10:00  is placed for 10 customer=d43
order m44  2024-01-15 10:00  is placed for 10 customer=d44
order n44  2024-03-05 10:00  is placed for 10 customer=d44
order m45  2024-01-15 10:00  is placed for 10 customer=d45
order n45  2024-03-05 10:00  is placed for 10 customer=d45
order m46  2024-01-15 10:00  is placed for 10 customer=d46
order n46  2024-03-05 10:00  is placed for 10 customer=d46
order m47  2024-01-15 10:00  is placed for 10 customer=d47
order n47  2024-03-05 10:00  is placed for 10 customer=d47
order m48  2024-01-15 10:00  is placed for 10 customer=d48
order n48  2024-03-05 10:00  is placed for 10 customer=d48
order m49  2024-01-15 10:00  is placed for 10 customer=d49
order n49  2024-03-05 10:00  is placed for 10 customer=d49
order m50  2024-01-15 10:00  is placed for 10 customer=d50
order n50  2024-03-05 10:00  is placed for 10 customer=d50
order m51  2024-01-15 10:00  is placed for 10 customer=d51
order n51  2024-03-05 10:00  is placed for 10 customer=d51
order m52  2024-01-15 10:00  is placed for 10 customer=d52
order n52  2024-03-05 10:00  is placed for 10 customer=d52
order m53  2024-01-15 10:00  is placed for 10 customer=d53
order n53  2024-03-05 10:00  is placed for 10 customer=d53
order m54  2024-01-15 10:00  is placed for 10 customer=d54
order n54  2024-03-05 10:00  is placed for 10 customer=d54
order m55  2024-01-15 10:00  is placed for 10 customer=d55
order n55  2024-03-05 10:00  is placed for 10 customer=d55
order m56  2024-01-15 10:00  is placed for 10 customer=d56
order n56  2024-03-05 10:00  is placed for 10 customer=d56
order m57  2024-01-15 10:00  is placed for 10 customer=d57
order n57  2024-03-05 10:00  is placed for 10 customer=d57
order m58  2024-01-15 10:00  is placed for 10 customer=d58
order n58  2024-03-05 10:00  is placed for 10 customer=d58
order m59  2024-01-15 10:00  is placed for 10 customer=d59
order n59  2024-03-05 10:00  is placed for 10 customer=d59
order m60  2024-01-15 10:00  is placed for 10 customer=d60
order n60  2024-03-05 10:00  is placed for 10 customer=d60
order m61  2024-01-15 10:00  is placed for 10 customer=d61
order n61  2024-03-05 10:00  is placed for 10 customer=d61
order m62  2024-01-15 10:00  is placed for 10 customer=d62
order n62  2024-03-05 10:00  is placed for 10 customer=d62
order m63  2024-01-15 10:00  is placed for 10 customer=d63
order n63  2024-03-05 10:00  is placed for 10 customer=d63
order m64  2024-01-15 10:00  is placed for 10 customer=d64
order n64  2024-03-05 10:00  is placed for 10 customer=d64
order m65  2024-01-15 10:00  is placed for 10 customer=d65
order n65  2024-03-05 10:00  is placed for 10 customer=d65
order m66  2024-01-15 10:00  is placed for 10 customer=d66
order n66  2024-03-05 10:00  is placed for 10 customer=d66
order m67  2024-01-15 10:00  is placed for 10 customer=d67
order n67  2024-03-05 10:00  is placed for 10 customer=d67
order m68  2024-01-15 10:00  is placed for 10 customer=d68
order n68  2024-03-05 10:00  is placed for 10 customer=d68
order m69  2024-01-15 10:00  is placed for 10 customer=d69
order n69  2024-03-05 10:00  is placed for 10 customer=d69
order m70  2024-01-15 10:00  is placed for 10 customer=d70
order n70  2024-03-05 10:00  is placed for 10 customer=d70
order m71  2024-01-15 10:00  is placed for 10 customer=d71
order n71  2024-03-05 10:00  is placed for 10 customer=d71
order m72  2024-01-15 10:00  is placed for 10 customer=d72
order n72  2024-03-05 10:00  is placed for 10 customer=d72
order m73  2024-01-15 10:00  is placed for 10 customer=d73
order n73  2024-03-05 10:00  is placed for 10 customer=d73
order m74  2024-01-15 10:00  is placed for 10 customer=d74
order n74  2024-03-05 10:00  is placed for 10 customer=d74
order m75  2024-01-15 10:00  is placed for 10 customer=d75
order n75  2024-03-05 10:00  is placed for 10 customer=d75
order m76  2024-01-15 10:00  is placed for 10 customer=d76
order n76  2024-03-05 10:00  is placed for 10 customer=d76
order m77  2024-01-15 10:00  is placed for 10 customer=d77
order n77  2024-03-05 10:00  is placed for 10 customer=d77
order m78  2024-01-15 10:00  is placed for 10 customer=d78
order n78  2024-03-05 10:00  is placed for 10 customer=d78
order m79  2024-01-15 10:00  is placed for 10 customer=d79
order n79  2024-03-05 10:00  is placed for 10 customer=d79
order m80  2024-01-15 10:00  is placed for 10 customer=d80
order n80  2024-03-05 10:00  is placed for 10 customer=d80
order m81  2024-01-15 10:00  is placed for 10 customer=d81
order m82  2024-01-15 10:00  is placed for 10 customer=d82
order m83  2024-01-15 10:00  is placed for 10 customer=d83
order m84  2024-01-15 10:00  is placed for 10 customer=d84
order m85  2024-01-15 10:00  is placed for 10 customer=d85
order m86  2024-01-15 10:00  is placed for 10 customer=d86
order m87  2024-01-15 10:00  is placed for 10 customer=d87
order m88  2024-01-15 10:00  is placed for 10 customer=d88
order m89  2024-01-15 10:00  is placed for 10 customer=d89
order m90  2024-01-15 10:00  is placed for 10 customer=d90
order m91  2024-01-15 10:00  is placed for 10 customer=d91
order m92  2024-01-15 10:00  is placed for 10 customer=d92
order m93  2024-01-15 10:00  is placed for 10 customer=d93
order m94  2024-01-15 10:00  is placed for 10 customer=d94
order m95  2024-01-15 10:00  is placed for 10 customer=d95
order m96  2024-01-15 10:00  is placed for 10 customer=d96
order m97  2024-01-15 10:00  is placed for 10 customer=d97
order m98  2024-01-15 10:00  is placed for 10 customer=d98
order m99  2024-01-15 10:00  is placed for 10 customer=d99
order m100  2024-01-15 10:00  is placed for 10 customer=d100
# Who has never bought, or not for a hundred days, is a match for nobody, with an issue or without one.
order o1  2023-10-01 10:00  is placed for 10 customer=e1
order o2  2024-04-01 10:00  is placed for 10 customer=e2
customer z  2024-09-01 12:00  changes plan=pro

ask post_issue_retention:active, post_issue_retention:control, post_issue_retention:difference total from 2024-02-01 to 2024-03-01
    post_issue_retention:active      75%   n=40  numerator=30  59.8%..85.8%
    post_issue_retention:control     80%   n=100  numerator=80  71.1%..86.7%
    post_issue_retention:difference  -5  n=40  -21.6..9.0

# An issue before the period is none in it, and who pays all the time is there at any moment.
story who is a match
subscription s1  2024-01-01  pays 10 customer=a
subscription s2  2024-01-01  pays 10 customer=b
#1
    2024-01-10 10:00  is created inbound customer=a
    2024-01-11 10:00  ana solves
#2
    2024-02-10 10:00  is created inbound customer=b
    2024-02-11 10:00  ana solves
customer t  2024-01-01  changes test=true
subscription s3  2024-01-01  pays 10 customer=t
customer z  2024-06-01 12:00  changes plan=pro

ask post_issue_retention:control, post_issue_retention:difference total from 2024-02-01 to 2024-02-15
    post_issue_retention:control     100%  n=1
    post_issue_retention:difference  0     n=1
ask post_issue_retention:control per month from 2024-01-01 to 2024-05-01
    2024-01  100%  n=1
    2024-02  100%  n=1
    2024-03  100%  n=1  pending=1
    2024-04  -     pending=2
