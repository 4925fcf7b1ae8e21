story twenty taken back
cost all
    2024-05-01  books 10000 for wages
cost bot
    2024-05-01  books 600 for bot
#1..480
    2024-05-03 10:00  customer opens
    2024-05-04 10:00  ana solves
#481..500
    2024-05-03 10:00  customer opens
    2024-05-04 10:00  ana solves
    2024-05-06 10:00  customer reopens
    2024-05-20 10:00  ana solves
#501..800
    2024-05-03 10:00  customer opens
    2024-05-04 10:00  bot solves

ask cost_per_resolution, cost_per_resolution:human, cost_per_resolution:human_solves total from 2024-05-01 to 2024-06-01
    cost_per_resolution               13.25
    cost_per_resolution:human         20
    cost_per_resolution:human_solves  500

