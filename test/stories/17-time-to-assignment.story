# From creation to the first human assignee.

story neither the bot nor the team is a person
#1  @0   customer opens
    @0   assigns to bot
    @5   assigns to @support
    @12  assigns to ana@support
ask time_to_assignment total
    total  12m  n=1

story never assigned and solved: no value, but unassigned time
#1  @0   customer opens
    @30  lee solves
ask time_to_assignment total
    total  -  n=0
ask time_to_assignment:unassigned total
    total  30m
