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


story what proved to be spam was no issue
cost k1  mon 09:00  books 100 for wages
#1  mon 09:00  customer opens
    mon 10:00  ana solves
#2  mon 09:00  customer opens
    mon 10:00  ana solves
    mon 11:00  ana marks spam
#3  mon 09:00  customer opens
    mon 10:00  ana solves
    mon 11:00  ana merges into #1
customer z  w2 mon 12:00  changes plan=pro

ask cost_per_resolution:solves, tickets_solved_per_agent_hour:solves, resolution_time:each_solve, reopen_rate:solves total
    cost_per_resolution:solves            1  removed=2
    tickets_solved_per_agent_hour:solves  1  removed=2
    resolution_time:each_solve            1h  removed=2
    reopen_rate:solves                    0%  n=1  removed=2
