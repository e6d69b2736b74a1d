package io.framewire.tck;

import java.util.Set;

/** What can be wrong with a source or its provider, each with the rules that must notice. */
enum SourceFlaw implements Flaw {
  NONE(),
  NOT_FOUND("isFoundByTheServiceLoader"),
  HAS_A_LOUD_NAME("hasAShortNameInLowerCase"),
  CHANGES_ITS_PRIORITY("nameAndPriorityStayTheSame"),
  WAVERS_WHETHER_IT_IS_AVAILABLE("saysWhetherItIsAvailableWithAReasonAndStandsByIt"),
  STARTS_A_THREAD_WHEN_ASKED("supportsItsPlaceAndStandsByIt"),
  GIVES_NO_REASON("leavesOthersPlacesAloneAndSaysWhatItServes"),
  TAKES_EVERYTHING("leavesOthersPlacesAloneAndSaysWhatItServes"),
  FINDS_A_PAGE("whatItFindsIsALineEach"),
  IGNORES_UNKNOWN_OPTIONS("anUnknownOptionIsRefusedByItsName"),
  THROWS_ITS_OWN_EXCEPTION("aPlaceThatCannotBeOpenedIsRefusedInOneLineThatNamesIt"),
  DOES_NOT_NAME_THE_PLACE("aPlaceThatCannotBeOpenedIsRefusedInOneLineThatNamesIt"),
  LEAVES_A_THREAD_WHEN_IT_REFUSES("aRefusalLeavesNoThread"),
  TAKES_ANY_SETTING("anUnknownOptionCannotBeSetWhileItRuns"),
  YIELDS_NOTHING("yieldsAFrame", "yieldsAsManyFramesAsThereAre", "aFrameOutlivesItsSource"),
  LEAKS_A_FRAME("closingEachFrameGivesAllMemoryBack", "closeEndsAReadThatWaits"),
  OVERWRITES_EARLIER_FRAMES("aFrameStaysAsItIsWhileLaterOnesAreRead"),
  WIPES_ITS_LAST_FRAME_AT_CLOSE("aFrameOutlivesItsSource"),
  LIES_ABOUT_ITS_SIZE("infoAgreesWithTheFrames"),
  FORGETS_ITS_INFO_AT_CLOSE("infoAndStatisticsCanBeAskedAtAnyTime"),
  WRAPS_THE_POOLS_ERROR("aPoolWithoutRoomIsAFramewireExceptionAtMost"),
  DROPS_THE_LAST_FRAME("yieldsAsManyFramesAsThereAre"),
  GIVES_NULL_AT_THE_END("theEndIsEmptyAndNotNull"),
  BEGINS_AGAIN_AFTER_THE_END("theEndStaysTheEnd"),
  GOES_ON_AFTER_THE_CLOSE("aClosedSourceYieldsNoFrame"),
  CANNOT_BE_CLOSED_UNREAD(
      "canBeClosedBeforeItWasRead",
      "closingTwiceIsHarmless",
      "aClosedSourceYieldsNoFrame",
      "aPoolWithoutRoomIsAFramewireExceptionAtMost",
      "anUnknownOptionCannotBeSetWhileItRuns"),
  CANNOT_BE_CLOSED_TWICE(
      "closingTwiceIsHarmless",
      "aClosedSourceYieldsNoFrame",
      "aFrameOutlivesItsSource",
      "infoAndStatisticsCanBeAskedAtAnyTime"),
  CLOSE_WAITS_FOR_THE_READER("closeEndsAReadThatWaits"),
  READ_DOES_NOT_NOTICE_THE_CLOSE("closeEndsAReadThatWaits"),
  BREAKS_WHEN_CLOSED_WHILE_IT_READS("closeEndsAReadThatWaits"),
  SWALLOWS_INTERRUPTS("anInterruptedReaderIsNotHeldUpAndStaysInterrupted"),
  LEAVES_A_THREAD("noThreadIsLeftAfterTheClose"),
  HAS_THREADS_THAT_KEEP_THE_PROGRAM("itsThreadsAreDaemonsWithNamesOfTheirOwn"),
  HAS_NAMELESS_THREADS("itsThreadsAreDaemonsWithNamesOfTheirOwn");

  private final Set<String> rules;

  SourceFlaw(String... rules) {
    this.rules = Set.of(rules);
  }

  @Override
  public Set<String> rules() {
    return rules;
  }
}
