"""From a document to its figures: every number that counts something, with its scope."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from qa_bot.figures.actions import governor
from qa_bot.figures.ages import Age, age_of, age_slots, with_noun
from qa_bot.figures.appositions import take_owners
from qa_bot.figures.averages import tell_averages
from qa_bot.figures.bare_none import take_none
from qa_bot.figures.bare_sums import take_currency, tell_money
from qa_bot.figures.beside import level_before
from qa_bot.figures.bracketed_years import date_brackets, is_caption_year
from qa_bot.figures.causing import take_causes
from qa_bot.figures.circumstances import leave_claims_reason, leave_out_beside, share_reasons, tell_circumstances, tell_counterparts
from qa_bot.figures.conjuncts import take_conjuncts
from qa_bot.figures.contrast import set_apart
from qa_bot.figures.corrections import withdrawn
from qa_bot.figures.counting import counting, may_count
from qa_bot.figures.datelines import leave_dateline
from qa_bot.figures.disputes import oppose
from qa_bot.figures.doers import REACH, name_doers, name_receivers
from qa_bot.figures.draft import Draft, Slots, finish
from qa_bot.figures.elided import complete_noun, counts_people_itself, share_level_unit, share_noun, share_unit
from qa_bot.figures.ellipsis import (
    complete_places,
    count_by_place,
    fill,
    fill_gap,
    in_reach,
    most_of,
    sibling_of,
    take_deed,
    take_doer,
    take_group,
    take_issuer,
)
from qa_bot.figures.foremost import foremost_of
from qa_bot.figures.fronted_parts import repeated_far
from qa_bot.figures.gapped_changes import set_changes_apart, share_change, take_set_off
from qa_bot.figures.levels_of_it import count_it
from qa_bot.figures.measures import is_lead, is_set_off_norm, lead_of
from qa_bot.figures.members import take_members
from qa_bot.figures.note_marks import unmarked
from qa_bot.figures.outsiders import tell_outsiders
from qa_bot.figures.owned import name_counted, name_owned, name_subjects
from qa_bot.figures.parallel import align
from qa_bot.figures.participles import name_participle_doers
from qa_bot.figures.parts import (
    as_part,
    is_gapped,
    is_opening,
    labelled,
    lists_reasons,
    lists_sorts,
    names_things,
    put_label,
    repeated,
    whole_of,
)
from qa_bot.figures.phrase import Reading, read_phrase
from qa_bot.figures.predicates import tell_sort
from qa_bot.figures.ranking import follow, is_next, leader_of, take_rank, tell_apart
from qa_bot.figures.rates import SPANS, rate_of
from qa_bot.figures.remainders import take_remainders
from qa_bot.figures.respective import take_counterpart, take_recalled, take_respective
from qa_bot.figures.restated import take_restated
from qa_bot.figures.retold import retell
from qa_bot.figures.revised_levels import take_revised
from qa_bot.figures.rosters import Entry, rosters, take_bearer, take_entry
from qa_bot.figures.run_in import take_run_in
from qa_bot.figures.russian_doers import name_russian_doers
from qa_bot.figures.scales import scale_before, take_measured
from qa_bot.figures.scope import inherit, read_slots, without_deed, without_noun
from qa_bot.figures.setting import Setting, heading_terms, setting_of
from qa_bot.figures.shared_tails import share_tails
from qa_bot.figures.sharers import take_sharers
from qa_bot.figures.shares_named import unname_shares
from qa_bot.figures.sorted_nouns import share_sorted_nouns
from qa_bot.figures.sorts import grouped_whole, is_sort, tell_of_whom
from qa_bot.figures.stances import take_stances
from qa_bot.figures.standards import is_against_another, set_standards_apart
from qa_bot.figures.stretches import Stretch, clause_of, stretches
from qa_bot.figures.sums import complete_parts, whole_by_sum
from qa_bot.figures.tables import table_drafts
from qa_bot.figures.tallies import take_tallies
from qa_bot.figures.targets import set_aim, stands_for_noun, target_noun
from qa_bot.figures.tickers import take_hours
from qa_bot.figures.times import Calendar
from qa_bot.figures.tolls import PERSON, died, take_crowd, toll_of
from qa_bot.figures.units import Unit, names_only_times, units_of
from qa_bot.figures.updates import leave_forecasts, leave_levels, supersede, take_increments, take_level
from qa_bot.figures.valued import take_valued
from qa_bot.figures.voices import Voices
from qa_bot.figures.whereabouts import Whereabouts, take_places
from qa_bot.figures.zeros import fated_of, is_nobody, said_of_none
from qa_bot.schema import BlockKind, Document, Figure, Measure, Modality, Passage
from qa_bot.text.digest import digest
from qa_bot.text.nominals import AGE, measures, unit_of
from qa_bot.text.numbers import Number, NumberKind
from qa_bot.text.syntax import TIME, Clause, Syntax

SCALED = 1000  # the least scale
_COUNTING = frozenset({"count", "estimate"})  # deeds, as concepts: who does them says how many
EXCEED = "exceed"  # what one does by so much more than another
WAY_REACH = 4  # tokens behind a change in which its way is said: "0.9 percentage points lower"


def extract(document: Document, passages: Sequence[Passage]) -> list[Figure]:
    """Return the figures of *document*, in the order of the text."""
    units = units_of(unmarked(document), passages)
    drafts: list[Draft] = []
    captions = {id(unit.intro) for unit in units if unit.kind is BlockKind.TABLE}
    calendar, voices, places = Calendar(document, units), Voices(document, units), Whereabouts()
    for at, unit in enumerate(units):
        if unit.kind is BlockKind.TABLE or not unit.has_count() or (id(unit) in captions and names_only_times(unit)):
            continue
        made = _sentence(unit, drafts)
        if made:
            _go_over(made, units[max(at - REACH, 0) : at], drafts, places)
            drafts += made
    whole_by_sum(drafts)
    beside: dict[int, list[Draft]] = {}  # by the sentence
    for draft in drafts:
        beside.setdefault(id(draft.unit), []).append(draft)
    for draft in drafts:
        _place_in_time(draft, beside, calendar)
    date_brackets(drafts)
    drafts += table_drafts(document, units, calendar, tuple(drafts))
    setting = setting_of(document, units) if drafts else Setting((), ())
    terms: dict[int, tuple[str, ...]] = {}  # by the sentence, which may be a row of thousands of cells
    for draft in drafts:
        draft.claimant, spans = voices.claimant_of(draft.unit, draft.start)
        leave_claims_reason(draft)
        draft.own_word = voices.is_own(draft.unit, draft.start)
        if draft.slots.actor is not None and not _COUNTING.isdisjoint(draft.slots.action_terms):
            gapped = draft.antecedent is not None and draft.antecedent.unit is draft.unit
            draft.claimant = voices.counter_of(draft.unit, draft.slots.actor, alone=gapped) or draft.claimant
        draft.scope_quotes += spans
        take_issuer(draft)
        _surroundings(draft, document, setting, terms)
    leave_dateline(drafts, document, units)
    told = [draft for draft in drafts if draft.unit.kind is not BlockKind.TABLE]
    retell(told)
    leave_levels(told)
    leave_forecasts(told)
    supersede(told, units)
    take_hours(told, units)
    oppose(told, units)
    gone = withdrawn(told, units)
    kept = sorted((draft for draft in drafts if id(draft) not in gone), key=lambda draft: (draft.start, draft.label))
    figures = _finished(kept, document)
    for unit in units:
        unit.let_go()
    return figures


def _go_over(made: list[Draft], before: Sequence[Unit], drafts: Sequence[Draft], places: Whereabouts) -> None:
    """Complete the figures of one sentence by each other and by the sentences *before*, of which *drafts* are figures."""
    complete_parts(made)
    take_sharers(made)
    unname_shares(made)
    take_restated(made)
    take_revised(made)
    set_apart(made)
    set_changes_apart(made)
    set_standards_apart(made)
    tell_apart(made)
    take_tallies(made)
    take_valued(made)
    take_conjuncts(made)
    take_remainders(made)
    take_stances(made)
    complete_places(made)
    take_owners(made)
    take_run_in(made)
    count_it(made, before, drafts)
    name_doers(made, before)
    name_receivers(made)
    name_owned(made, before)
    name_counted(made, [*drafts[-REACH:], *made])
    name_subjects(made, before)
    name_russian_doers(made, before)
    name_participle_doers(made)
    take_causes(made)
    take_members(made)
    tell_of_whom(made)
    take_increments(made)
    take_places(made, before, drafts, places)
    share_reasons(made)
    tell_circumstances(made)
    tell_counterparts(made)
    share_tails(made)
    tell_averages(made)
    tell_outsiders(made)
    leave_out_beside(made)


def _sentence(unit: Unit, before: list[Draft]) -> list[Draft]:
    """The figures of one sentence, each with what its clause says of it; *before* are those of the text so far."""
    if not may_count(unit.numbers, unit.periods, unit.tokens, unit.language):
        return []  # spares the parse of sentences with nothing but years and a "one"
    numbers = [number for number in counting(unit.syntax, unit.numbers, unit.periods) if not is_caption_year(unit, number)]
    listed = rosters(unit.syntax, numbers)
    made = [_draft(unit, number, stretch) for number, stretch in zip(numbers, stretches(unit.syntax, numbers), strict=True)]
    share_sorted_nouns(made)
    drafts = [draft for draft, _ in made]
    aligned = align(drafts)
    recent = [other for other in in_reach(before, unit) if other.value or other.unit is unit]  # nothing goes on from a "nobody"
    for draft in drafts:
        said = repeated(draft, recent) or repeated_far(draft, before)
        if said is not None:
            draft.slots = (
                said.slots if draft.slots.modality is None else inherit(without_noun(draft.slots), said.slots)
            )  # "to rebuild all 84"
            draft.counts, draft.antecedent = said.counts, said
    out: list[Draft] = []
    for at, (draft, reading) in enumerate(made):
        if any(draft is other for other in aligned):
            out.append(draft)
            continue
        if AGE in draft.slots.head and draft.measure is Measure.QUANTITY:
            draft.slots = with_noun(draft.slots, [other.slots for other in out])
            out.append(draft)
            continue
        if _in_row(draft, listed, recent + out, drafts) or take_rank(draft, out):
            out.append(draft)
            continue
        tell_money(draft, (*before, *out))
        share_noun(draft, drafts[at + 1 :])
        share_level_unit(draft, drafts[at + 1 :])
        whole = whole_of(draft, recent + out, drafts[at + 1 :])
        if whole is not None:
            _cede_action(draft, whole, drafts)
        labels = labelled(draft) if target_noun(draft) is None and not draft.foremost else []  # "18 concerts (target: 25)"
        if labels:
            level = _level_listed(draft, before)
            entries = _entries(draft, labels, whole or _whole_of_entries(draft, recent + out, out), out, level)
            for entry in entries:
                set_aim(entry, ())
            out += entries
            continue
        complete_noun(draft, whole, recent + out, told=before)
        if whole is not None:
            take_deed(draft, whole, out)
            as_part(draft, whole)
        elif (level := level_before(draft, out)) is not None:
            draft.slots, draft.measure, draft.counts, draft.per = replace(level.slots), level.measure, level.counts, level.per
        elif draft.antecedent is None and not (draft.value == 0 and draft.slots.head == (PERSON,)):
            _complete(draft, reading, recent, out)
        share_unit(draft, out)
        set_aim(draft, recent + out)
        take_doer(draft, recent + out)
        take_bearer(draft)
        tell_sort(draft)
        take_level(draft)
        _tell_way(draft)
        take_group(draft, recent + out)
        take_crowd(draft)
        out.append(draft)
    return out


def _are_further(syntax: Syntax, number: Number) -> bool:
    """Whether so many more are said to have been or done something: "and five more were hurt"; a change says than what."""
    behind = syntax.tags[number.last + 1 : number.last + 3]
    return syntax.language == "en" and number.kind is NumberKind.CARDINAL and behind[:1] == ["AUX"] and behind[1:] in (["VBN"], ["ADJ"])


def _complete(draft: Draft, reading: Reading, recent: list[Draft], same: list[Draft]) -> None:
    """Give *draft* what it leaves out, from the *recent* figures and those of the *same* sentence, or from what leads to the list."""
    take_currency(draft, recent + same)
    if not share_change(draft, same) and not take_set_off(draft):
        fill(draft, reading, recent + same)
    _take_intro(draft, only_noun=True)


def _in_row(draft: Draft, listed: Mapping[int, Entry], before: list[Draft], drafts: list[Draft]) -> bool:
    """Whether its place in a list of names, or in brackets behind as many figures, said all of *draft*, or a "none" goes on from them."""
    if draft.first in listed:
        take_entry(draft, listed[draft.first], before)
        return True
    echoes = (take_respective, take_counterpart, take_recalled)
    return any(take(draft, before, drafts) for take in echoes) or take_none(draft, before)


def _draft(unit: Unit, number: Number, stretch: Stretch) -> tuple[Draft, Reading]:
    syntax = unit.syntax
    clause = clause_of(syntax, number, stretch)
    reading = read_phrase(syntax, number, clause)
    toll = toll_of(syntax, number, clause, reading.measure)
    if toll is not None:
        reading = Reading(toll, PERSON, Measure.COUNT, anaphor=False)
    if stands_for_noun(syntax, number.last) or is_set_off_norm(syntax, number):
        reading = reading._replace(counted=None, unit="%" if reading.unit == "%" else None)
    fated = fated_of(syntax, number) if reading.counted is None and number.in_words and number.value == 0 else None
    if fated is not None:
        reading = Reading(fated, PERSON, Measure.COUNT, anaphor=False)
    scale = scale_before(syntax, number)
    if scale is not None:
        reading = Reading(scale, None, Measure.COUNT, anaphor=False)
    most = foremost_of(syntax, number)
    if most is not None:
        reading = Reading(most.counted, unit_of(syntax, most.counted.head), Measure.COUNT, anaphor=False)
        clause = syntax.clause_at(most.first)
    place = (number.first, number.last) if most is None else (most.first, most.last)
    counted = reading.counted if toll is None else None
    draft = Draft(
        unit=unit,
        start=number.start,
        end=number.end,
        first=number.first,
        last=number.last,
        stretch=stretch,
        value=number.value,
        upper=number.upper,
        bound=number.bound,
        measure=reading.measure,
        counts=reading.unit,
        slots=read_slots(syntax, counted, place, clause, measure=reading.measure, stretch=stretch),
        lead=lead_of(syntax, number),
        scaled=number.last - number.first > 1 or _shares_scale(number),
        subject=_is_subject(syntax, number, clause),
        settled=_is_settled(syntax, number, clause),
        ahead=counted is not None and counted.last <= number.first,
        noun=counted,
        verb=governor(syntax, place, counted, clause) if toll is None else None,
        foremost=most is not None,
    )
    if toll is not None:
        draft.slots = died(draft.slots, syntax, toll)
    take_measured(draft)
    if number.in_words and number.value == 0:
        draft.slots.negative = False  # «не было ни одного»
        draft.slots.other_terms = said_of_none(syntax, number, draft.slots.other_terms)
        after = syntax.tokens[number.last].lower if number.last < len(syntax.tokens) else ""
        if counted is None and is_nobody(draft.surface, syntax.language) and after not in syntax.words["partitives"]:
            draft.slots.head, draft.counts, draft.settled = (PERSON,), PERSON, True
    age = age_of(syntax, number)
    if age is not None or draft.slots.head == (AGE,):
        _make_age(draft, age)
    draft.bracketed = draft.lead >= 0 and syntax.tokens[draft.lead].surface == "("
    draft.per = rate_of(syntax, number, clause)
    more = number.last < len(syntax.tokens) and syntax.tokens[number.last].lower in syntax.words["compared_more"]
    if not more and is_lead(syntax, number):
        more, draft.counts = True, None
    draft.compared = more and not _are_further(syntax, number)
    if draft.per is not None and draft.measure is Measure.COUNT and draft.per not in SPANS:
        draft.measure = Measure.RATE
    return draft, reading


def _shares_scale(number: Number) -> bool:
    """Whether one numeral stands for thousands or millions, by the scale of the next number: the 12 of "from 12 to 9 million"."""
    return not number.in_words and number.value >= SCALED and number.end - number.start < len(str(SCALED))


def _tell_way(draft: Draft) -> None:
    """Say of a change which way it went: "0.5 points down", "на 14 % меньше"."""
    if draft.compared and draft.measure is Measure.MONEY:
        draft.measure = Measure.CHANGE  # "412 million kroner, 9 million less than a year earlier"
    words, done = draft.unit.syntax.words, draft.slots.action_terms
    if draft.measure is not Measure.CHANGE or not {"rise", "fall"}.isdisjoint(done):
        return
    if is_against_another(draft.unit.syntax, draft.last):
        draft.slots.action_terms = (*done, EXCEED)  # "7 million, 2 million more than the bakery" did not rise
        return
    tokens = draft.unit.syntax.tokens
    near = {token.lower for token in (*tokens[max(draft.lead - 1, 0) : draft.first], *tokens[draft.last : draft.last + WAY_REACH])}
    ways = [way for way, said in (("rise", words["upwards"]), ("fall", words["downwards"])) if not near.isdisjoint(said)]
    if len(ways) == 1:
        draft.slots.action_terms = (*done, ways[0])


def _make_age(draft: Draft, age: Age | None) -> None:
    """Let *draft* be years of age; without *age* the noun "age" says so."""
    draft.measure, draft.counts, draft.settled = Measure.QUANTITY, "year", True
    if age is not None:
        draft.slots, draft.noun, draft.verb = age_slots(draft.unit.syntax, age), None, None


def _is_subject(syntax: Syntax, number: Number, clause: Clause) -> bool:
    """Whether the clause has its verb after the number and none before it."""
    groups = syntax.verbs_in(clause.first, clause.last)
    return bool(groups) and groups[0].first >= number.last


def _is_settled(syntax: Syntax, number: Number, clause: Clause) -> bool:
    """Whether the number is the subject of a verb that says more than which sort it is: "6 are missing", not "31 were cyclists"."""
    if not _is_subject(syntax, number, clause):
        return False
    group = syntax.verbs_in(clause.first, clause.last)[0]
    if group.chain or group.last >= clause.last:
        return bool(group.chain)
    phrase = syntax.phrase_at(group.last)
    return phrase is None or phrase.first != group.last


def _cede_action(part: Draft, whole: Draft, drafts: list[Draft]) -> None:
    """In "granted 229 of 439 requests" the verb belongs to the part: of the whole it is not said."""
    if is_opening(whole, part):
        if whole.antecedent is None:  # "Of the 94": of those arrested, as was said before
            whole.slots = without_deed(whole.slots)  # «Из 52 матчей команда выиграла 33»: the whole is behind "of"
    elif whole.antecedent is not None and (part.noun is None or part.noun.first != part.last) and not is_sort(part):
        part.slots = replace(part.slots, head=(), counted=None, counted_terms=())
        part.counts = None
    elif whole in drafts and whole.start > part.start and not (is_sort(part) and whole.noun is None):
        named, other = (
            (part, whole) if part.slots.head and not whole.slots.head else (whole, part)
        )  # "41 matches of 60" says it of the part
        other.slots = replace(other.slots, head=named.slots.head, counted=named.slots.counted, counted_terms=named.slots.counted_terms)
        other.counts = named.counts if other.measure is not Measure.SHARE else other.counts
        if whole.verb is None or whole.verb.first != whole.last or whole.verb == part.verb:  # not "out of 92 million allocated"
            whole.slots = without_deed(whole.slots)
        whole.antecedent = part if other is whole else None  # which gives it nothing more


def _entries(draft: Draft, labels: list[tuple[int, int]], whole: Draft | None, before: list[Draft], level: Draft | None) -> list[Draft]:
    """The figures of a list entry, one for each label; *level* is of what the list says how high it is by places."""
    entries: list[Draft] = []
    sibling = sibling_of(draft, before)
    reasons = draft.unit.intro is not None and lists_reasons(draft.unit.intro.syntax)
    leader = leader_of(draft, before) if whole is None else None
    for label in labels:
        slots = Slots()
        put_label(slots, draft.unit.syntax, label, whole.slots if whole else None, reason=reasons)
        if whole is not None and slots.place_terms and slots.place_terms == whole.slots.place_terms:
            whole.slots = replace(whole.slots, place=None, place_terms=())  # "118 cases, most of them in the Norr district (64)"
        entry = replace(draft, slots=slots, label=draft.unit.syntax.slice(*label), row=draft.unit.syntax.slice(*label), scope_quotes=[])
        if draft.measure is Measure.COUNT and not draft.has_unit_behind():
            alone = whole is None and sibling is None and entry.slots.head == draft.slots.head != ()
            phrase = draft.unit.syntax.phrase_at(label[0])
            named = unit_of(draft.unit.syntax, phrase.head) if slots.action_terms and slots.head and phrase is not None else None
            entry.counts = draft.counts if alone else named
        if whole is not None:
            as_part(entry, whole)
            entry.whole = whole if entry.measure is not whole.measure or entry.value <= (whole.upper or whole.value) else None
            entry.antecedent = whole
            entry.counts = entry.counts or whole.counts
            if whole.unit is not draft.unit:
                entry.scope_quotes.append(whole.unit.span)
        elif level is not None and not entry.slots.head:
            entry.slots, entry.antecedent = inherit(entry.slots, replace(level.slots, place=None, place_terms=())), level
            entry.scope_quotes.append(level.unit.span)
        elif draft.unit.intro is not None:
            _take_intro(entry)
            if lists_sorts(draft.unit.intro.syntax):
                _count_sorts(entry, draft.unit.intro.syntax)
            else:
                _count_things(entry, draft.unit.intro.syntax, label)
        elif leader is not None:
            entry.slots = Slots()
            follow(entry, label, leader)
        elif (draft.bracketed or most_of(draft) is not None) and draft.unit.kind is BlockKind.PARAGRAPH:
            count_by_place(entry, label, before)
        elif sibling is not None and not draft.bracketed and not counts_people_itself(draft, label):
            entry.slots = Slots()
            fill_gap(entry, label, sibling)
        _count_behind(entry, draft)
        entries.append(entry)
    return entries


def _count_behind(entry: Draft, draft: Draft) -> None:
    """Let an entry that says only whose it is count what stands behind its number: "Best scorer: Ahlin, 37 goals"."""
    own, noun = draft.slots, draft.noun
    if not entry.slots.head and own.head and noun is not None and noun.first >= draft.last:
        entry.slots = replace(
            entry.slots, head=own.head, counted=own.counted, counted_terms=(*entry.slots.counted_terms, *own.counted_terms)
        )


def _count_things(entry: Draft, intro: Syntax, label: tuple[int, int]) -> None:
    """Let an entry whose label is one place or sort count what its introduction opens with: "Visitors in 2024: Castle 81,200", "Tonnes of
    fish landed: Cod 4,120"."""
    phrase, syntax = names_things(intro), entry.unit.syntax
    named = syntax.concept_of(label[1] - 1)
    thing = named is not None and syntax.tags[label[1] - 1] == "NOUNS" and syntax.lexicon.is_unit(named)
    if phrase is None or entry.measure is not Measure.COUNT or thing or entry.has_unit_behind():
        return
    if measures(intro, phrase.head):
        entry.measure, entry.counts = Measure.QUANTITY, unit_of(intro, phrase.head)
    else:
        _count_sorts(entry, intro)


def _count_sorts(entry: Draft, intro: Syntax) -> None:
    """Let an entry count what its introduction sorts, its own words telling which sort: "Accidents by type of road: motorways - 203"."""
    own = (*entry.slots.head, *entry.slots.counted_terms)
    bare = replace(entry.slots, head=(), counted=None, counted_terms=())
    counting = replace(entry, slots=bare, counts=None)
    _take_noun(counting, intro)
    if counting.slots.head:
        terms = tuple(dict.fromkeys((*counting.slots.counted_terms, *own)))
        named = None if entry.slots.reason else entry.slots.counted  # what a cause caused is not called by it
        counted = ", ".join(filter(None, (counting.slots.counted, named)))
        entry.slots = replace(counting.slots, counted=counted, counted_terms=terms)
        entry.counts = counting.counts if entry.measure is Measure.COUNT else entry.counts


def _whole_of_entries(draft: Draft, before: list[Draft], same: list[Draft]) -> Draft | None:
    return _listed_under(draft, before) or _bracketed_under(draft, same) or grouped_whole(draft, before)


def _listed_under(draft: Draft, before: list[Draft]) -> Draft | None:
    """The figure that a list entry breaks down: the last one before the colon that opens the list, in its sentence or its introduction."""
    unit = draft.unit
    text = unit.document.text
    colon = text.rfind(":", unit.start, draft.start)
    own = [other for other in before if other.unit is unit and colon > 0 and other.end <= colon and not other.label]
    if own:
        return own[-1]
    if unit.intro is not None:
        introduced = [other for other in before if other.unit is unit.intro and other.measure is draft.measure]
        if unit.kind is BlockKind.LIST_ITEM and not _leads(unit.intro):
            introduced = [other for other in introduced if not other.bracketed]  # "lowest in cafes (31,250)." leads into no list
        return introduced[-1] if introduced else None
    siblings = [other for other in before if other.unit is unit and other.label]
    return siblings[-1].whole if siblings else None


def _level_listed(draft: Draft, before: list[Draft]) -> Draft | None:
    """The level that a list goes on with by places, where the sentence above it does not lead into it: the first in its paragraph."""
    unit, intro = draft.unit, draft.unit.intro
    if intro is None or unit.kind is not BlockKind.LIST_ITEM or draft.measure is Measure.COUNT or _leads(intro):
        return None
    near = takewhile(lambda other: other.unit.block == intro.block or other.unit.start > intro.start, reversed(before))
    alike = [other for other in near if other.unit.block == intro.block and (other.measure, other.counts) == (draft.measure, draft.counts)]
    return next((other for other in reversed(alike) if other.slots.head and not (other.bracketed or other.label)), None)


def _leads(intro: Unit) -> bool:
    """Whether a sentence ends with the colon that leads into a list."""
    return intro.text.rstrip().endswith(":")


def _bracketed_under(draft: Draft, same: list[Draft]) -> Draft | None:
    """ "lacks 430 teachers, most of them of mathematics (95)": the figure before the brackets of the sentence."""
    alike = [other for other in same if other.measure is draft.measure and other.value > draft.value]
    before = [other for other in alike if not (other.bracketed or other.label)]
    return before[-1] if draft.bracketed and before and not is_next(draft, before[-1]) else None


def _take_intro(draft: Draft, *, only_noun: bool = False) -> None:
    """Take what the sentence that introduces the list says of its items; with *only_noun* where the thing counted is left out."""
    intro = draft.unit.intro
    if intro is None or not intro.syntax.tokens:
        return
    if only_noun and (draft.slots.head or draft.antecedent is not None):
        return
    syntax = intro.syntax
    last = len(syntax.tokens)
    slots = read_slots(syntax, None, (last, last), syntax.clause_at(last - 1))
    terms = tuple(dict.fromkeys(term for term in syntax.concepts if term is not None))
    draft.slots = inherit(draft.slots, slots)
    if not draft.slots.head and syntax.tokens[-1].surface == ":":
        _take_noun(draft, syntax)
        if draft.slots.actor_terms and set(draft.slots.actor_terms) <= {*draft.slots.head, *draft.slots.counted_terms}:
            draft.slots = replace(draft.slots, actor=None, actor_terms=())  # "most calls came from: ..."
    draft.context_terms += terms
    draft.scope_quotes.append(intro.span)


def _take_noun(draft: Draft, syntax: Syntax) -> None:
    """Count the thing that the introducing sentence is about: its first noun that no preposition introduces and that is no place.

    Of "causes of fires" that is the fires.
    """
    left = syntax.words["whither"] | syntax.words["carriers"] | syntax.words["reason_cues"]
    skipped = -1  # where a noun ends that only carries the next
    for phrase in syntax.phrases:
        free = phrase.adposition < 0 or (phrase.adposition == skipped and syntax.tokens[skipped].lower in syntax.words["partitives"])
        named = syntax.tags[phrase.head] in ("NOUN", "NOUNS") and free and TIME not in syntax.tags[phrase.first : phrase.last]
        if not named or syntax.lemma(phrase.head) in left:
            skipped = phrase.last
            continue
        terms = tuple(term for term in syntax.concepts[phrase.first : phrase.last] if term is not None)
        if not terms:
            continue
        first = next(index for index in range(phrase.first, phrase.last) if syntax.tags[index] != "DET")
        draft.slots = replace(draft.slots, counted=syntax.slice(first, phrase.last), head=terms[-1:], counted_terms=terms[:-1])
        if draft.measure is Measure.COUNT:
            draft.counts = draft.counts or unit_of(syntax, phrase.head)
        return


def _place_in_time(draft: Draft, beside: dict[int, list[Draft]], calendar: Calendar) -> None:
    others = [other for other in beside[id(draft.unit)] if other.start != draft.start]
    period, spans = calendar.period_of(draft, others)
    source = draft.whole or draft.antecedent
    again = draft.antecedent is not None and draft.whole is None and repeated_far(draft, [draft.antecedent]) is not None
    apart = source is not None and source is not draft.whole and source.unit is not draft.unit and not again
    if apart and source is not None and not calendar.discourse.goes_on(source, draft):
        source = None
    if source is not None and (period is None or again or (draft.whole is not None and not _own_period(draft))):
        _ensure_period(source, beside, calendar)
        period, spans = source.period, list(source.scope_quotes) if source.unit is draft.unit else [source.unit.span]
    draft.period = period
    draft.scope_quotes += spans
    _leave_plan(draft, others)


def _leave_plan(draft: Draft, others: Sequence[Draft]) -> None:
    """Take from a number that leaves out its verb what is only to come, where it is of a time that has passed: «в этом году заменят 64
    лифта, в прошлом — 51»; the verb goes with it."""
    if draft.slots.modality is not Modality.PLANNED or not is_gapped(draft) or draft.period is None or draft.period.end is None:
        return
    planned = [other.period for other in others if other.start < draft.start and other.slots.action_terms == draft.slots.action_terms]
    starts = [period.start for period in planned if period is not None and period.start is not None]
    published = draft.unit.document.published
    if starts and draft.period.end < min(starts) and (published is None or draft.period.end < published):
        draft.slots = replace(draft.slots, modality=None, action=None)


def _own_period(draft: Draft) -> bool:
    """Whether a period stands in the clause of a part, so that it does not take its whole's."""
    syntax = draft.unit.syntax
    clause = syntax.clause_at(draft.first)
    left, right = syntax.tokens[clause.first].start, syntax.tokens[clause.last - 1].end
    return any(left <= mention.start < right for mention in draft.unit.periods)


def _ensure_period(draft: Draft, beside: dict[int, list[Draft]], calendar: Calendar) -> None:
    if draft.period is None:
        others = [other for other in beside[id(draft.unit)] if other.start != draft.start]
        draft.period, _ = calendar.period_of(draft, others)


def _surroundings(draft: Draft, document: Document, setting: Setting, terms: dict[int, tuple[str, ...]]) -> None:
    """Note the concepts of the rest of the sentence and of the headings, which may carry what the clause leaves out."""
    if id(draft.unit) not in terms:
        terms[id(draft.unit)] = tuple(dict.fromkeys(term for term in draft.unit.syntax.concepts if term is not None))
    draft.sentence_terms = terms[id(draft.unit)]
    above = (*draft.unit.passage.headings, document.title or "")
    headed = tuple(term for text in above for term in heading_terms(text, document.language))
    draft.context_terms = tuple(dict.fromkeys(draft.context_terms + setting.known_at(draft.start) + headed))


def _finished(drafts: list[Draft], document: Document) -> list[Figure]:
    ids = {id(draft): _figure_id(draft, document) for draft in drafts}
    others = ((draft.whole, draft.against, draft.newer) for draft in drafts)
    named = [[ids.get(id(other)) for other in told] for told in others]
    return [finish(draft, document, ids[id(draft)], *told) for draft, told in zip(drafts, named, strict=True)]


def _figure_id(draft: Draft, document: Document) -> str:
    key = f"{document.doc_id}\0{draft.start}:{draft.end}\0{draft.value}\0{draft.label}"
    return digest(key)
