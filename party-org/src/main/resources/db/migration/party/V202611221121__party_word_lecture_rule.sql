-- Which level adjusts a local rule differs from region to region.
update duty_rule set basis_text = '每季度至少1次党课是本地通行做法；支部工作条例要求定期讲党课，未规定支部每季度的次数。可按本地规定调整。'
where code = 'party.lecture';
