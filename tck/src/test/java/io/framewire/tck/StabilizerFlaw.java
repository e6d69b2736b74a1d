package io.framewire.tck;

import java.util.Set;

/** What can be wrong with a stabilizer or its provider, each with the rules that must notice. */
enum StabilizerFlaw implements Flaw {
  NONE(),
  NOT_FOUND("isFoundByTheServiceLoader"),
  HAS_A_LOUD_NAME("hasAShortNameInLowerCase"),
  CHANGES_ITS_PRIORITY("nameAndPriorityStayTheSame"),
  WAVERS_WHETHER_IT_IS_AVAILABLE("saysWhetherItIsAvailableWithAReasonAndStandsByIt"),
  IGNORES_UNKNOWN_OPTIONS("anUnknownOptionIsRefusedByItsName"),
  LOSES_THE_LAST_FRAME("asManyFramesComeOutAsWentIn"),
  SWAPS_FRAMES("framesKeepTheirOrder"),
  GIVES_A_FRAME_TWICE("framesKeepTheirOrder"),
  CHANGES_THE_SHAPE("framesKeepTheirShapeAndDtype"),
  HOLDS_BACK_ONE_MORE("holdsBackAsManyFramesAsItSays"),
  GIVES_EVERY_SECOND_FRAME_LATE(
      "givesAFrameForEachOnceItHasBegun", "holdsBackAsManyFramesAsItSays"),
  REPEATS_THE_LAST_FRAME("flushIsEmptyWhenNothingIsHeldBack", "asManyFramesComeOutAsWentIn"),
  LEAKS_WHAT_WENT_IN("everyFrameThatWentInIsClosed"),
  LEAKS_WHAT_IT_HOLDS(
      "closingInTheMiddleGivesAllMemoryBack", "aFrameThatItRefusesIsClosedAndTheNextOneIsTaken"),
  LEAKS_WHAT_IT_REFUSES("aFrameThatItRefusesIsClosedAndTheNextOneIsTaken"),
  IS_STUCK_AFTER_A_REFUSAL("aFrameThatItRefusesIsClosedAndTheNextOneIsTaken"),
  LEAKS_WHAT_COMES_AFTER_THE_CLOSE("aFrameThatComesAfterTheCloseIsClosed"),
  WRAPS_THE_POOLS_ERROR("aPoolWithoutRoomIsAFramewireExceptionAtMost"),
  OVERWRITES_WHAT_CAME_OUT("aFrameThatCameOutStaysAsItIs"),
  CANNOT_BE_CLOSED_TWICE("closingTwiceIsHarmless", "aFrameThatComesAfterTheCloseIsClosed"),
  LEAVES_A_THREAD("noThreadIsLeftAfterTheClose");

  private final Set<String> rules;

  StabilizerFlaw(String... rules) {
    this.rules = Set.of(rules);
  }

  @Override
  public Set<String> rules() {
    return rules;
  }
}
