story twelve of sixty
subscription s1
    2024-05-02  pays 10 customer=c1
customer c1
    2024-05-01  changes referrer=c70
subscription s2
    2024-05-02  pays 10 customer=c2
customer c2
    2024-05-01  changes referrer=c70
subscription s3
    2024-05-02  pays 10 customer=c3
customer c3
    2024-05-01  changes referrer=c70
subscription s4
    2024-05-02  pays 10 customer=c4
customer c4
    2024-05-01  changes referrer=c70
subscription s5
    2024-05-02  pays 10 customer=c5
customer c5
    2024-05-01  changes referrer=c70
subscription s6
    2024-05-02  pays 10 customer=c6
customer c6
    2024-05-01  changes referrer=c70
subscription s7
    2024-05-02  pays 10 customer=c7
customer c7
    2024-05-01  changes referrer=c70
subscription s8
    2024-05-02  pays 10 customer=c8
customer c8
    2024-05-01  changes referrer=c70
subscription s9
    2024-05-02  pays 10 customer=c9
customer c9
    2024-05-01  changes referrer=c70
subscription s10
    2024-05-02  pays 10 customer=c10
customer c10
    2024-05-01  changes referrer=c70
subscription s11
    2024-05-02  pays 10 customer=c11
customer c11
    2024-05-01  changes referrer=c70
subscription s12
    2024-05-02  pays 10 customer=c12
customer c12
    2024-05-01  changes referrer=c70
subscription s13
    2024-05-02  pays 10 customer=c13
customer c13
    2024-05-01  changes source=advertising
subscription s14
    2024-05-02  pays 10 customer=c14
customer c14
    2024-05-01  changes source=advertising
subscription s15
    2024-05-02  pays 10 customer=c15
customer c15
    2024-05-01  changes source=advertising
subscription s16
    2024-05-02  pays 10 customer=c16
customer c16
    2024-05-01  changes source=advertising
subscription s17
    2024-05-02  pays 10 customer=c17
customer c17
    2024-05-01  changes source=advertising
subscription s18
    2024-05-02  pays 10 customer=c18
customer c18
    2024-05-01  changes source=advertising
subscription s19
    2024-05-02  pays 10 customer=c19
customer c19
    2024-05-01  changes source=advertising
subscription s20
    2024-05-02  pays 10 customer=c20
customer c20
    2024-05-01  changes source=advertising
subscription s21
    2024-05-02  pays 10 customer=c21
customer c21
    2024-05-01  changes source=advertising
subscription s22
    2024-05-02  pays 10 customer=c22
customer c22
    2024-05-01  changes source=advertising
subscription s23
    2024-05-02  pays 10 customer=c23
customer c23
    2024-05-01  changes source=advertising
subscription s24
    2024-05-02  pays 10 customer=c24
customer c24
    2024-05-01  changes source=advertising
subscription s25
    2024-05-02  pays 10 customer=c25
customer c25
    2024-05-01  changes source=advertising
subscription s26
    2024-05-02  pays 10 customer=c26
customer c26
    2024-05-01  changes source=advertising
subscription s27
    2024-05-02  pays 10 customer=c27
customer c27
    2024-05-01  changes source=advertising
subscription s28
    2024-05-02  pays 10 customer=c28
customer c28
    2024-05-01  changes source=advertising
subscription s29
    2024-05-02  pays 10 customer=c29
customer c29
    2024-05-01  changes source=advertising
subscription s30
    2024-05-02  pays 10 customer=c30
customer c30
    2024-05-01  changes source=advertising
subscription s31
    2024-05-02  pays 10 customer=c31
customer c31
    2024-05-01  changes source=advertising
subscription s32
    2024-05-02  pays 10 customer=c32
customer c32
    2024-05-01  changes source=advertising
subscription s33
    2024-05-02  pays 10 customer=c33
customer c33
    2024-05-01  changes source=advertising
subscription s34
    2024-05-02  pays 10 customer=c34
customer c34
    2024-05-01  changes source=advertising
subscription s35
    2024-05-02  pays 10 customer=c35
customer c35
    2024-05-01  changes source=advertising
subscription s36
    2024-05-02  pays 10 customer=c36
customer c36
    2024-05-01  changes source=advertising
subscription s37
    2024-05-02  pays 10 customer=c37
customer c37
    2024-05-01  changes source=advertising
subscription s38
    2024-05-02  pays 10 customer=c38
customer c38
    2024-05-01  changes source=advertising
subscription s39
    2024-05-02  pays 10 customer=c39
customer c39
    2024-05-01  changes source=advertising
subscription s40
    2024-05-02  pays 10 customer=c40
customer c40
    2024-05-01  changes source=advertising
subscription s41
    2024-05-02  pays 10 customer=c41
customer c41
    2024-05-01  changes source=advertising
subscription s42
    2024-05-02  pays 10 customer=c42
customer c42
    2024-05-01  changes source=advertising
subscription s43
    2024-05-02  pays 10 customer=c43
customer c43
    2024-05-01  changes source=advertising
subscription s44
    2024-05-02  pays 10 customer=c44
customer c44
    2024-05-01  changes source=advertising
subscription s45
    2024-05-02  pays 10 customer=c45
customer c45
    2024-05-01  changes source=advertising
subscription s46
    2024-05-02  pays 10 customer=c46
customer c46
    2024-05-01  changes source=advertising
subscription s47
    2024-05-02  pays 10 customer=c47
customer c47
    2024-05-01  changes source=advertising
subscription s48
    2024-05-02  pays 10 customer=c48
customer c48
    2024-05-01  changes source=advertising
subscription s49
    2024-05-02  pays 10 customer=c49
customer c49
    2024-05-01  changes source=advertising
subscription s50
    2024-05-02  pays 10 customer=c50
customer c50
    2024-05-01  changes source=advertising
subscription s51
    2024-05-02  pays 10 customer=c51
customer c51
    2024-05-01  changes source=advertising
subscription s52
    2024-05-02  pays 10 customer=c52
customer c52
    2024-05-01  changes source=advertising
subscription s53
    2024-05-02  pays 10 customer=c53
customer c53
    2024-05-01  changes source=advertising
subscription s54
    2024-05-02  pays 10 customer=c54
customer c54
    2024-05-01  changes source=advertising
subscription s55
    2024-05-02  pays 10 customer=c55
customer c55
    2024-05-01  changes source=advertising
subscription s56
    2024-05-02  pays 10 customer=c56
customer c56
    2024-05-01  changes source=advertising
subscription s57
    2024-05-02  pays 10 customer=c57
customer c57
    2024-05-01  changes source=advertising
subscription s58
    2024-05-02  pays 10 customer=c58
customer c58
    2024-05-01  changes source=advertising
subscription s59
    2024-05-02  pays 10 customer=c59
customer c59
    2024-05-01  changes source=advertising
subscription s60
    2024-05-02  pays 10 customer=c60
customer c60
    2024-05-01  changes source=advertising
subscription s61
    2024-05-02  pays 10 customer=c61
subscription s62
    2024-05-02  pays 10 customer=c62
subscription s63
    2024-05-02  pays 10 customer=c63
subscription s64
    2024-05-02  pays 10 customer=c64
subscription s65
    2024-05-02  pays 10 customer=c65
subscription s66
    2024-05-02  pays 10 customer=c66
subscription s67
    2024-05-02  pays 10 customer=c67
subscription s68
    2024-05-02  pays 10 customer=c68
subscription s69
    2024-05-02  pays 10 customer=c69
subscription s70
    2024-05-02  pays 10 customer=c70

ask referral_rate total from 2024-05-01 to 2024-06-01
    20%  n=60  numerator=12  unknown_source=10

ask referral_rate:per_customer, referral_rate:referred total from 2024-05-01 to 2024-06-01
    referral_rate:per_customer  0.1714  numerator=12  denominator=70
    referral_rate:referred      12
