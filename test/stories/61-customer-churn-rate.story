# Who came in the period is on neither side.
story ten of two hundred leave, and of thirty who join two leave
subscription a1
    2024-04-01  pays 10 customer=a1
    2024-05-10  ends customer=a1 voluntary_end=false
subscription a2
    2024-04-01  pays 10 customer=a2
    2024-05-11  ends customer=a2 voluntary_end=false
subscription a3
    2024-04-01  pays 10 customer=a3
    2024-05-12  ends customer=a3 voluntary_end=false
subscription a4
    2024-04-01  pays 10 customer=a4
    2024-05-13  ends customer=a4 voluntary_end=false
subscription a5
    2024-04-01  pays 10 customer=a5
    2024-05-14  ends customer=a5 voluntary_end=true
subscription a6
    2024-04-01  pays 10 customer=a6
    2024-05-15  ends customer=a6 voluntary_end=true
subscription a7
    2024-04-01  pays 10 customer=a7
    2024-05-16  ends customer=a7 voluntary_end=true
subscription a8
    2024-04-01  pays 10 customer=a8
    2024-05-17  ends customer=a8 voluntary_end=true
subscription a9
    2024-04-01  pays 10 customer=a9
    2024-05-18  ends customer=a9 voluntary_end=true
subscription a10
    2024-04-01  pays 10 customer=a10
    2024-05-19  ends customer=a10 voluntary_end=true
subscription a11
    2024-04-01  pays 10 customer=a11
subscription a12
    2024-04-01  pays 10 customer=a12
subscription a13
    2024-04-01  pays 10 customer=a13
subscription a14
    2024-04-01  pays 10 customer=a14
subscription a15
    2024-04-01  pays 10 customer=a15
subscription a16
    2024-04-01  pays 10 customer=a16
subscription a17
    2024-04-01  pays 10 customer=a17
subscription a18
    2024-04-01  pays 10 customer=a18
subscription a19
    2024-04-01  pays 10 customer=a19
subscription a20
    2024-04-01  pays 10 customer=a20
subscription a21
    2024-04-01  pays 10 customer=a21
subscription a22
    2024-04-01  pays 10 customer=a22
subscription a23
    2024-04-01  pays 10 customer=a23
subscription a24
    2024-04-01  pays 10 customer=a24
subscription a25
    2024-04-01  pays 10 customer=a25
subscription a26
    2024-04-01  pays 10 customer=a26
subscription a27
    2024-04-01  pays 10 customer=a27
subscription a28
    2024-04-01  pays 10 customer=a28
subscription a29
    2024-04-01  pays 10 customer=a29
subscription a30
    2024-04-01  pays 10 customer=a30
subscription a31
    2024-04-01  pays 10 customer=a31
subscription a32
    2024-04-01  pays 10 customer=a32
subscription a33
    2024-04-01  pays 10 customer=a33
subscription a34
    2024-04-01  pays 10 customer=a34
subscription a35
    2024-04-01  pays 10 customer=a35
subscription a36
    2024-04-01  pays 10 customer=a36
subscription a37
    2024-04-01  pays 10 customer=a37
subscription a38
    2024-04-01  pays 10 customer=a38
subscription a39
    2024-04-01  pays 10 customer=a39
subscription a40
    2024-04-01  pays 10 customer=a40
subscription a41
    2024-04-01  pays 10 customer=a41
subscription a42
    2024-04-01  pays 10 customer=a42
subscription a43
    2024-04-01  pays 10 customer=a43
subscription a44
    2024-04-01  pays 10 customer=a44
subscription a45
    2024-04-01  pays 10 customer=a45
subscription a46
    2024-04-01  pays 10 customer=a46
subscription a47
    2024-04-01  pays 10 customer=a47
subscription a48
    2024-04-01  pays 10 customer=a48
subscription a49
    2024-04-01  pays 10 customer=a49
subscription a50
    2024-04-01  pays 10 customer=a50
subscription a51
    2024-04-01  pays 10 customer=a51
subscription a52
    2024-04-01  pays 10 customer=a52
subscription a53
    2024-04-01  pays 10 customer=a53
subscription a54
    2024-04-01  pays 10 customer=a54
subscription a55
    2024-04-01  pays 10 customer=a55
subscription a56
    2024-04-01  pays 10 customer=a56
subscription a57
    2024-04-01  pays 10 customer=a57
subscription a58
    2024-04-01  pays 10 customer=a58
subscription a59
    2024-04-01  pays 10 customer=a59
subscription a60
    2024-04-01  pays 10 customer=a60
subscription a61
    2024-04-01  pays 10 customer=a61
subscription a62
    2024-04-01  pays 10 customer=a62
subscription a63
    2024-04-01  pays 10 customer=a63
subscription a64
    2024-04-01  pays 10 customer=a64
subscription a65
    2024-04-01  pays 10 customer=a65
subscription a66
    2024-04-01  pays 10 customer=a66
subscription a67
    2024-04-01  pays 10 customer=a67
subscription a68
    2024-04-01  pays 10 customer=a68
subscription a69
    2024-04-01  pays 10 customer=a69
subscription a70
    2024-04-01  pays 10 customer=a70
subscription a71
    2024-04-01  pays 10 customer=a71
subscription a72
    2024-04-01  pays 10 customer=a72
subscription a73
    2024-04-01  pays 10 customer=a73
subscription a74
    2024-04-01  pays 10 customer=a74
subscription a75
    2024-04-01  pays 10 customer=a75
subscription a76
    2024-04-01  pays 10 customer=a76
subscription a77
    2024-04-01  pays 10 customer=a77
subscription a78
    2024-04-01  pays 10 customer=a78
subscription a79
    2024-04-01  pays 10 customer=a79
subscription a80
    2024-04-01  pays 10 customer=a80
subscription a81
    2024-04-01  pays 10 customer=a81
subscription a82
    2024-04-01  pays 10 customer=a82
subscription a83
    2024-04-01  pays 10 customer=a83
subscription a84
    2024-04-01  pays 10 customer=a84
subscription a85
    2024-04-01  pays 10 customer=a85
subscription a86
    2024-04-01  pays 10 customer=a86
subscription a87
    2024-04-01  pays 10 customer=a87
subscription a88
    2024-04-01  pays 10 customer=a88
subscription a89
    2024-04-01  pays 10 customer=a89
subscription a90
    2024-04-01  pays 10 customer=a90
subscription a91
    2024-04-01  pays 10 customer=a91
subscription a92
    2024-04-01  pays 10 customer=a92
subscription a93
    2024-04-01  pays 10 customer=a93
subscription a94
    2024-04-01  pays 10 customer=a94
subscription a95
    2024-04-01  pays 10 customer=a95
subscription a96
    2024-04-01  pays 10 customer=a96
subscription a97
    2024-04-01  pays 10 customer=a97
subscription a98
    2024-04-01  pays 10 customer=a98
subscription a99
    2024-04-01  pays 10 customer=a99
subscription a100
    2024-04-01  pays 10 customer=a100
subscription a101
    2024-04-01  pays 10 customer=a101
subscription a102
    2024-04-01  pays 10 customer=a102
subscription a103
    2024-04-01  pays 10 customer=a103
subscription a104
    2024-04-01  pays 10 customer=a104
subscription a105
    2024-04-01  pays 10 customer=a105
subscription a106
    2024-04-01  pays 10 customer=a106
subscription a107
    2024-04-01  pays 10 customer=a107
subscription a108
    2024-04-01  pays 10 customer=a108
subscription a109
    2024-04-01  pays 10 customer=a109
subscription a110
    2024-04-01  pays 10 customer=a110
subscription a111
    2024-04-01  pays 10 customer=a111
subscription a112
    2024-04-01  pays 10 customer=a112
subscription a113
    2024-04-01  pays 10 customer=a113
subscription a114
    2024-04-01  pays 10 customer=a114
subscription a115
    2024-04-01  pays 10 customer=a115
subscription a116
    2024-04-01  pays 10 customer=a116
subscription a117
    2024-04-01  pays 10 customer=a117
subscription a118
    2024-04-01  pays 10 customer=a118
subscription a119
    2024-04-01  pays 10 customer=a119
subscription a120
    2024-04-01  pays 10 customer=a120
subscription a121
    2024-04-01  pays 10 customer=a121
subscription a122
    2024-04-01  pays 10 customer=a122
subscription a123
    2024-04-01  pays 10 customer=a123
subscription a124
    2024-04-01  pays 10 customer=a124
subscription a125
    2024-04-01  pays 10 customer=a125
subscription a126
    2024-04-01  pays 10 customer=a126
subscription a127
    2024-04-01  pays 10 customer=a127
subscription a128
    2024-04-01  pays 10 customer=a128
subscription a129
    2024-04-01  pays 10 customer=a129
subscription a130
    2024-04-01  pays 10 customer=a130
subscription a131
    2024-04-01  pays 10 customer=a131
subscription a132
    2024-04-01  pays 10 customer=a132
subscription a133
    2024-04-01  pays 10 customer=a133
subscription a134
    2024-04-01  pays 10 customer=a134
subscription a135
    2024-04-01  pays 10 customer=a135
subscription a136
    2024-04-01  pays 10 customer=a136
subscription a137
    2024-04-01  pays 10 customer=a137
subscription a138
    2024-04-01  pays 10 customer=a138
subscription a139
    2024-04-01  pays 10 customer=a139
subscription a140
    2024-04-01  pays 10 customer=a140
subscription a141
    2024-04-01  pays 10 customer=a141
subscription a142
    2024-04-01  pays 10 customer=a142
subscription a143
    2024-04-01  pays 10 customer=a143
subscription a144
    2024-04-01  pays 10 customer=a144
subscription a145
    2024-04-01  pays 10 customer=a145
subscription a146
    2024-04-01  pays 10 customer=a146
subscription a147
    2024-04-01  pays 10 customer=a147
subscription a148
    2024-04-01  pays 10 customer=a148
subscription a149
    2024-04-01  pays 10 customer=a149
subscription a150
    2024-04-01  pays 10 customer=a150
subscription a151
    2024-04-01  pays 10 customer=a151
subscription a152
    2024-04-01  pays 10 customer=a152
subscription a153
    2024-04-01  pays 10 customer=a153
subscription a154
    2024-04-01  pays 10 customer=a154
subscription a155
    2024-04-01  pays 10 customer=a155
subscription a156
    2024-04-01  pays 10 customer=a156
subscription a157
    2024-04-01  pays 10 customer=a157
subscription a158
    2024-04-01  pays 10 customer=a158
subscription a159
    2024-04-01  pays 10 customer=a159
subscription a160
    2024-04-01  pays 10 customer=a160
subscription a161
    2024-04-01  pays 10 customer=a161
subscription a162
    2024-04-01  pays 10 customer=a162
subscription a163
    2024-04-01  pays 10 customer=a163
subscription a164
    2024-04-01  pays 10 customer=a164
subscription a165
    2024-04-01  pays 10 customer=a165
subscription a166
    2024-04-01  pays 10 customer=a166
subscription a167
    2024-04-01  pays 10 customer=a167
subscription a168
    2024-04-01  pays 10 customer=a168
subscription a169
    2024-04-01  pays 10 customer=a169
subscription a170
    2024-04-01  pays 10 customer=a170
subscription a171
    2024-04-01  pays 10 customer=a171
subscription a172
    2024-04-01  pays 10 customer=a172
subscription a173
    2024-04-01  pays 10 customer=a173
subscription a174
    2024-04-01  pays 10 customer=a174
subscription a175
    2024-04-01  pays 10 customer=a175
subscription a176
    2024-04-01  pays 10 customer=a176
subscription a177
    2024-04-01  pays 10 customer=a177
subscription a178
    2024-04-01  pays 10 customer=a178
subscription a179
    2024-04-01  pays 10 customer=a179
subscription a180
    2024-04-01  pays 10 customer=a180
subscription a181
    2024-04-01  pays 10 customer=a181
subscription a182
    2024-04-01  pays 10 customer=a182
subscription a183
    2024-04-01  pays 10 customer=a183
subscription a184
    2024-04-01  pays 10 customer=a184
subscription a185
    2024-04-01  pays 10 customer=a185
subscription a186
    2024-04-01  pays 10 customer=a186
subscription a187
    2024-04-01  pays 10 customer=a187
subscription a188
    2024-04-01  pays 10 customer=a188
subscription a189
    2024-04-01  pays 10 customer=a189
subscription a190
    2024-04-01  pays 10 customer=a190
subscription a191
    2024-04-01  pays 10 customer=a191
subscription a192
    2024-04-01  pays 10 customer=a192
subscription a193
    2024-04-01  pays 10 customer=a193
subscription a194
    2024-04-01  pays 10 customer=a194
subscription a195
    2024-04-01  pays 10 customer=a195
subscription a196
    2024-04-01  pays 10 customer=a196
subscription a197
    2024-04-01  pays 10 customer=a197
subscription a198
    2024-04-01  pays 10 customer=a198
subscription a199
    2024-04-01  pays 10 customer=a199
subscription a200
    2024-04-01  pays 10 customer=a200
subscription n1
    2024-05-02  pays 10 customer=n1
    2024-05-20  ends customer=n1
subscription n2
    2024-05-03  pays 10 customer=n2
    2024-05-20  ends customer=n2
subscription n3
    2024-05-04  pays 10 customer=n3
subscription n4
    2024-05-05  pays 10 customer=n4
subscription n5
    2024-05-06  pays 10 customer=n5
subscription n6
    2024-05-07  pays 10 customer=n6
subscription n7
    2024-05-08  pays 10 customer=n7
subscription n8
    2024-05-09  pays 10 customer=n8
subscription n9
    2024-05-01  pays 10 customer=n9
subscription n10
    2024-05-02  pays 10 customer=n10
subscription n11
    2024-05-03  pays 10 customer=n11
subscription n12
    2024-05-04  pays 10 customer=n12
subscription n13
    2024-05-05  pays 10 customer=n13
subscription n14
    2024-05-06  pays 10 customer=n14
subscription n15
    2024-05-07  pays 10 customer=n15
subscription n16
    2024-05-08  pays 10 customer=n16
subscription n17
    2024-05-09  pays 10 customer=n17
subscription n18
    2024-05-01  pays 10 customer=n18
subscription n19
    2024-05-02  pays 10 customer=n19
subscription n20
    2024-05-03  pays 10 customer=n20
subscription n21
    2024-05-04  pays 10 customer=n21
subscription n22
    2024-05-05  pays 10 customer=n22
subscription n23
    2024-05-06  pays 10 customer=n23
subscription n24
    2024-05-07  pays 10 customer=n24
subscription n25
    2024-05-08  pays 10 customer=n25
subscription n26
    2024-05-09  pays 10 customer=n26
subscription n27
    2024-05-01  pays 10 customer=n27
subscription n28
    2024-05-02  pays 10 customer=n28
subscription n29
    2024-05-03  pays 10 customer=n29
subscription n30
    2024-05-04  pays 10 customer=n30
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_churn_rate, customer_churn_rate:involuntary, customer_churn_rate:yearly, customer_retention_rate total from 2024-05-01 to 2024-06-01
    customer_churn_rate              5%  n=200  numerator=10  2.7%..9.0%
    customer_churn_rate:involuntary  2%  n=200  numerator=4
    customer_churn_rate:yearly       46.0%
    customer_retention_rate          95%  n=200  numerator=190

# Twelve of two hundred and thirty would be wrong, and so would be what arithmetic makes of the ends.
story retention is by who they are
subscription a1
    2024-04-01  pays 10 customer=a1
    2024-05-10  ends customer=a1
subscription a2
    2024-04-01  pays 10 customer=a2
    2024-05-10  ends customer=a2
subscription a3
    2024-04-01  pays 10 customer=a3
    2024-05-10  ends customer=a3
subscription a4
    2024-04-01  pays 10 customer=a4
    2024-05-10  ends customer=a4
subscription a5
    2024-04-01  pays 10 customer=a5
    2024-05-10  ends customer=a5
subscription a6
    2024-04-01  pays 10 customer=a6
    2024-05-10  ends customer=a6
subscription a7
    2024-04-01  pays 10 customer=a7
    2024-05-10  ends customer=a7
subscription a8
    2024-04-01  pays 10 customer=a8
    2024-05-10  ends customer=a8
subscription a9
    2024-04-01  pays 10 customer=a9
    2024-05-10  ends customer=a9
subscription a10
    2024-04-01  pays 10 customer=a10
    2024-05-10  ends customer=a10
subscription a11
    2024-04-01  pays 10 customer=a11
    2024-05-10  ends customer=a11
subscription a12
    2024-04-01  pays 10 customer=a12
    2024-05-10  ends customer=a12
subscription a13
    2024-04-01  pays 10 customer=a13
    2024-05-10  ends customer=a13
subscription a14
    2024-04-01  pays 10 customer=a14
subscription a15
    2024-04-01  pays 10 customer=a15
subscription a16
    2024-04-01  pays 10 customer=a16
subscription a17
    2024-04-01  pays 10 customer=a17
subscription a18
    2024-04-01  pays 10 customer=a18
subscription a19
    2024-04-01  pays 10 customer=a19
subscription a20
    2024-04-01  pays 10 customer=a20
subscription a21
    2024-04-01  pays 10 customer=a21
subscription a22
    2024-04-01  pays 10 customer=a22
subscription a23
    2024-04-01  pays 10 customer=a23
subscription a24
    2024-04-01  pays 10 customer=a24
subscription a25
    2024-04-01  pays 10 customer=a25
subscription a26
    2024-04-01  pays 10 customer=a26
subscription a27
    2024-04-01  pays 10 customer=a27
subscription a28
    2024-04-01  pays 10 customer=a28
subscription a29
    2024-04-01  pays 10 customer=a29
subscription a30
    2024-04-01  pays 10 customer=a30
subscription a31
    2024-04-01  pays 10 customer=a31
subscription a32
    2024-04-01  pays 10 customer=a32
subscription a33
    2024-04-01  pays 10 customer=a33
subscription a34
    2024-04-01  pays 10 customer=a34
subscription a35
    2024-04-01  pays 10 customer=a35
subscription a36
    2024-04-01  pays 10 customer=a36
subscription a37
    2024-04-01  pays 10 customer=a37
subscription a38
    2024-04-01  pays 10 customer=a38
subscription a39
    2024-04-01  pays 10 customer=a39
subscription a40
    2024-04-01  pays 10 customer=a40
subscription a41
    2024-04-01  pays 10 customer=a41
subscription a42
    2024-04-01  pays 10 customer=a42
subscription a43
    2024-04-01  pays 10 customer=a43
subscription a44
    2024-04-01  pays 10 customer=a44
subscription a45
    2024-04-01  pays 10 customer=a45
subscription a46
    2024-04-01  pays 10 customer=a46
subscription a47
    2024-04-01  pays 10 customer=a47
subscription a48
    2024-04-01  pays 10 customer=a48
subscription a49
    2024-04-01  pays 10 customer=a49
subscription a50
    2024-04-01  pays 10 customer=a50
subscription a51
    2024-04-01  pays 10 customer=a51
subscription a52
    2024-04-01  pays 10 customer=a52
subscription a53
    2024-04-01  pays 10 customer=a53
subscription a54
    2024-04-01  pays 10 customer=a54
subscription a55
    2024-04-01  pays 10 customer=a55
subscription a56
    2024-04-01  pays 10 customer=a56
subscription a57
    2024-04-01  pays 10 customer=a57
subscription a58
    2024-04-01  pays 10 customer=a58
subscription a59
    2024-04-01  pays 10 customer=a59
subscription a60
    2024-04-01  pays 10 customer=a60
subscription a61
    2024-04-01  pays 10 customer=a61
subscription a62
    2024-04-01  pays 10 customer=a62
subscription a63
    2024-04-01  pays 10 customer=a63
subscription a64
    2024-04-01  pays 10 customer=a64
subscription a65
    2024-04-01  pays 10 customer=a65
subscription a66
    2024-04-01  pays 10 customer=a66
subscription a67
    2024-04-01  pays 10 customer=a67
subscription a68
    2024-04-01  pays 10 customer=a68
subscription a69
    2024-04-01  pays 10 customer=a69
subscription a70
    2024-04-01  pays 10 customer=a70
subscription a71
    2024-04-01  pays 10 customer=a71
subscription a72
    2024-04-01  pays 10 customer=a72
subscription a73
    2024-04-01  pays 10 customer=a73
subscription a74
    2024-04-01  pays 10 customer=a74
subscription a75
    2024-04-01  pays 10 customer=a75
subscription a76
    2024-04-01  pays 10 customer=a76
subscription a77
    2024-04-01  pays 10 customer=a77
subscription a78
    2024-04-01  pays 10 customer=a78
subscription a79
    2024-04-01  pays 10 customer=a79
subscription a80
    2024-04-01  pays 10 customer=a80
subscription a81
    2024-04-01  pays 10 customer=a81
subscription a82
    2024-04-01  pays 10 customer=a82
subscription a83
    2024-04-01  pays 10 customer=a83
subscription a84
    2024-04-01  pays 10 customer=a84
subscription a85
    2024-04-01  pays 10 customer=a85
subscription a86
    2024-04-01  pays 10 customer=a86
subscription a87
    2024-04-01  pays 10 customer=a87
subscription a88
    2024-04-01  pays 10 customer=a88
subscription a89
    2024-04-01  pays 10 customer=a89
subscription a90
    2024-04-01  pays 10 customer=a90
subscription a91
    2024-04-01  pays 10 customer=a91
subscription a92
    2024-04-01  pays 10 customer=a92
subscription a93
    2024-04-01  pays 10 customer=a93
subscription a94
    2024-04-01  pays 10 customer=a94
subscription a95
    2024-04-01  pays 10 customer=a95
subscription a96
    2024-04-01  pays 10 customer=a96
subscription a97
    2024-04-01  pays 10 customer=a97
subscription a98
    2024-04-01  pays 10 customer=a98
subscription a99
    2024-04-01  pays 10 customer=a99
subscription a100
    2024-04-01  pays 10 customer=a100
subscription a101
    2024-04-01  pays 10 customer=a101
subscription a102
    2024-04-01  pays 10 customer=a102
subscription a103
    2024-04-01  pays 10 customer=a103
subscription a104
    2024-04-01  pays 10 customer=a104
subscription a105
    2024-04-01  pays 10 customer=a105
subscription a106
    2024-04-01  pays 10 customer=a106
subscription a107
    2024-04-01  pays 10 customer=a107
subscription a108
    2024-04-01  pays 10 customer=a108
subscription a109
    2024-04-01  pays 10 customer=a109
subscription a110
    2024-04-01  pays 10 customer=a110
subscription a111
    2024-04-01  pays 10 customer=a111
subscription a112
    2024-04-01  pays 10 customer=a112
subscription a113
    2024-04-01  pays 10 customer=a113
subscription a114
    2024-04-01  pays 10 customer=a114
subscription a115
    2024-04-01  pays 10 customer=a115
subscription a116
    2024-04-01  pays 10 customer=a116
subscription a117
    2024-04-01  pays 10 customer=a117
subscription a118
    2024-04-01  pays 10 customer=a118
subscription a119
    2024-04-01  pays 10 customer=a119
subscription a120
    2024-04-01  pays 10 customer=a120
subscription a121
    2024-04-01  pays 10 customer=a121
subscription a122
    2024-04-01  pays 10 customer=a122
subscription a123
    2024-04-01  pays 10 customer=a123
subscription a124
    2024-04-01  pays 10 customer=a124
subscription a125
    2024-04-01  pays 10 customer=a125
subscription a126
    2024-04-01  pays 10 customer=a126
subscription a127
    2024-04-01  pays 10 customer=a127
subscription a128
    2024-04-01  pays 10 customer=a128
subscription a129
    2024-04-01  pays 10 customer=a129
subscription a130
    2024-04-01  pays 10 customer=a130
subscription a131
    2024-04-01  pays 10 customer=a131
subscription a132
    2024-04-01  pays 10 customer=a132
subscription a133
    2024-04-01  pays 10 customer=a133
subscription a134
    2024-04-01  pays 10 customer=a134
subscription a135
    2024-04-01  pays 10 customer=a135
subscription a136
    2024-04-01  pays 10 customer=a136
subscription a137
    2024-04-01  pays 10 customer=a137
subscription a138
    2024-04-01  pays 10 customer=a138
subscription a139
    2024-04-01  pays 10 customer=a139
subscription a140
    2024-04-01  pays 10 customer=a140
subscription a141
    2024-04-01  pays 10 customer=a141
subscription a142
    2024-04-01  pays 10 customer=a142
subscription a143
    2024-04-01  pays 10 customer=a143
subscription a144
    2024-04-01  pays 10 customer=a144
subscription a145
    2024-04-01  pays 10 customer=a145
subscription a146
    2024-04-01  pays 10 customer=a146
subscription a147
    2024-04-01  pays 10 customer=a147
subscription a148
    2024-04-01  pays 10 customer=a148
subscription a149
    2024-04-01  pays 10 customer=a149
subscription a150
    2024-04-01  pays 10 customer=a150
subscription a151
    2024-04-01  pays 10 customer=a151
subscription a152
    2024-04-01  pays 10 customer=a152
subscription a153
    2024-04-01  pays 10 customer=a153
subscription a154
    2024-04-01  pays 10 customer=a154
subscription a155
    2024-04-01  pays 10 customer=a155
subscription a156
    2024-04-01  pays 10 customer=a156
subscription a157
    2024-04-01  pays 10 customer=a157
subscription a158
    2024-04-01  pays 10 customer=a158
subscription a159
    2024-04-01  pays 10 customer=a159
subscription a160
    2024-04-01  pays 10 customer=a160
subscription a161
    2024-04-01  pays 10 customer=a161
subscription a162
    2024-04-01  pays 10 customer=a162
subscription a163
    2024-04-01  pays 10 customer=a163
subscription a164
    2024-04-01  pays 10 customer=a164
subscription a165
    2024-04-01  pays 10 customer=a165
subscription a166
    2024-04-01  pays 10 customer=a166
subscription a167
    2024-04-01  pays 10 customer=a167
subscription a168
    2024-04-01  pays 10 customer=a168
subscription a169
    2024-04-01  pays 10 customer=a169
subscription a170
    2024-04-01  pays 10 customer=a170
subscription a171
    2024-04-01  pays 10 customer=a171
subscription a172
    2024-04-01  pays 10 customer=a172
subscription a173
    2024-04-01  pays 10 customer=a173
subscription a174
    2024-04-01  pays 10 customer=a174
subscription a175
    2024-04-01  pays 10 customer=a175
subscription a176
    2024-04-01  pays 10 customer=a176
subscription a177
    2024-04-01  pays 10 customer=a177
subscription a178
    2024-04-01  pays 10 customer=a178
subscription a179
    2024-04-01  pays 10 customer=a179
subscription a180
    2024-04-01  pays 10 customer=a180
subscription a181
    2024-04-01  pays 10 customer=a181
subscription a182
    2024-04-01  pays 10 customer=a182
subscription a183
    2024-04-01  pays 10 customer=a183
subscription a184
    2024-04-01  pays 10 customer=a184
subscription a185
    2024-04-01  pays 10 customer=a185
subscription a186
    2024-04-01  pays 10 customer=a186
subscription a187
    2024-04-01  pays 10 customer=a187
subscription a188
    2024-04-01  pays 10 customer=a188
subscription a189
    2024-04-01  pays 10 customer=a189
subscription a190
    2024-04-01  pays 10 customer=a190
subscription a191
    2024-04-01  pays 10 customer=a191
subscription a192
    2024-04-01  pays 10 customer=a192
subscription a193
    2024-04-01  pays 10 customer=a193
subscription a194
    2024-04-01  pays 10 customer=a194
subscription a195
    2024-04-01  pays 10 customer=a195
subscription a196
    2024-04-01  pays 10 customer=a196
subscription a197
    2024-04-01  pays 10 customer=a197
subscription a198
    2024-04-01  pays 10 customer=a198
subscription a199
    2024-04-01  pays 10 customer=a199
subscription a200
    2024-04-01  pays 10 customer=a200
subscription n1
    2024-05-03  pays 10 customer=n1
    2024-05-20  ends customer=n1
subscription n2
    2024-05-03  pays 10 customer=n2
    2024-05-20  ends customer=n2
subscription n3
    2024-05-03  pays 10 customer=n3
subscription n4
    2024-05-03  pays 10 customer=n4
subscription n5
    2024-05-03  pays 10 customer=n5
subscription n6
    2024-05-03  pays 10 customer=n6
subscription n7
    2024-05-03  pays 10 customer=n7
subscription n8
    2024-05-03  pays 10 customer=n8
subscription n9
    2024-05-03  pays 10 customer=n9
subscription n10
    2024-05-03  pays 10 customer=n10
subscription n11
    2024-05-03  pays 10 customer=n11
subscription n12
    2024-05-03  pays 10 customer=n12
subscription n13
    2024-05-03  pays 10 customer=n13
subscription n14
    2024-05-03  pays 10 customer=n14
subscription n15
    2024-05-03  pays 10 customer=n15
subscription n16
    2024-05-03  pays 10 customer=n16
subscription n17
    2024-05-03  pays 10 customer=n17
subscription n18
    2024-05-03  pays 10 customer=n18
subscription n19
    2024-05-03  pays 10 customer=n19
subscription n20
    2024-05-03  pays 10 customer=n20
subscription n21
    2024-05-03  pays 10 customer=n21
subscription n22
    2024-05-03  pays 10 customer=n22
subscription n23
    2024-05-03  pays 10 customer=n23
subscription n24
    2024-05-03  pays 10 customer=n24
subscription n25
    2024-05-03  pays 10 customer=n25
subscription n26
    2024-05-03  pays 10 customer=n26
subscription n27
    2024-05-03  pays 10 customer=n27
subscription n28
    2024-05-03  pays 10 customer=n28
subscription n29
    2024-05-03  pays 10 customer=n29
subscription n30
    2024-05-03  pays 10 customer=n30
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_retention_rate, arpa total from 2024-05-01 to 2024-06-01
    customer_retention_rate  93.5%  n=200  numerator=187
    arpa                     10  n=215

story cancelled on the twentieth and paid until the fifth
subscription a
    2024-04-01  pays 10 customer=a
    2024-06-05  ends customer=a
customer z
    2024-07-01 12:00  changes plan=pro

ask customer_churn_rate per month from 2024-04-01 to 2024-07-01
    2024-04  -  n=0
    2024-05  0%  n=1
    2024-06  100%  n=1

story a test customer and a currency without a rate are counted apart
subscription a
    2024-04-01  pays 10 EUR customer=a
subscription b
    2024-04-01  pays 10 USD customer=b
subscription t
    2024-04-01  pays 10 customer=t
customer t
    2024-04-02  changes test=true
    2024-05-02 12:00  changes plan=pro

ask mrr per month from 2024-04-01 to 2024-05-01
    2024-04  0  n=0  no_rate=2  test=1

story a cancellation taken back within the period is no churn
subscription a
    2024-04-01  pays 10 customer=a
    2024-05-05  ends customer=a
    2024-05-15  pays 10 customer=a
customer z
    2024-06-01 12:00  changes plan=pro

ask customer_churn_rate, customer_churn_rate:stops total from 2024-05-01 to 2024-06-01
    customer_churn_rate        0%  n=1
    customer_churn_rate:stops  1
