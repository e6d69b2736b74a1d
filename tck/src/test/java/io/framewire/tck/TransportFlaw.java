package io.framewire.tck;

import java.util.Set;

/** What can be wrong with a transport or its provider, each with the rules that must notice. */
enum TransportFlaw implements Flaw {
  NONE(),
  NOT_FOUND("isFoundByTheServiceLoader"),
  HAS_A_LOUD_NAME("hasAShortNameInLowerCase"),
  CHANGES_ITS_PRIORITY("nameAndPriorityStayTheSame"),
  WAVERS_WHETHER_IT_IS_AVAILABLE("saysWhetherItIsAvailableWithAReasonAndStandsByIt"),
  STARTS_A_THREAD_WHEN_ASKED("supportsItsEndpointAndStandsByIt"),
  TAKES_EVERYTHING("leavesOthersEndpointsAloneAndSaysWhatItCarries"),
  SHARES_AN_ENDPOINT("anEndpointThatIsTakenIsRefusedAndNamed"),
  LEAVES_A_THREAD_WHEN_IT_REFUSES("aRefusalLeavesNoThread"),
  KEEPS_ITS_ENDPOINT("anEndpointCanBeBoundAgainAfterTheClose"),
  DROPS_A_MESSAGE(
      "carriesEveryMessageInOrderToAReceiverThatBinds",
      "carriesEveryMessageInOrderFromASenderThatBinds"),
  JOINS_SMALL_PARTS("partsOfAnySizeStayApart"),
  NOTICES_NO_PEER("tellsOfAPeerThatComesAndLeaves"),
  FREES_WHAT_IT_HAS_NOT_SENT(
      "aFrameIsNeverOverwrittenWhileItIsUnderWay",
      "aMessageThatWasReceivedStaysAsItIs",
      "whatWasSentBeforeTheCloseHasTheLingerToLeave"),
  READS_INTO_ONE_BUFFER("aMessageThatWasReceivedStaysAsItIs"),
  KEEPS_WHAT_IT_SENT("everyBufferComesBackOrIsAbandoned"),
  KEEPS_WHAT_IT_COULD_NOT_SEND("aMessageIsTakenAlsoWhenSendingThrows"),
  IGNORES_THE_RECEIVE_TIMEOUT("receivingWaitsForItsTimeoutAndNoLonger"),
  DOES_NOT_WAIT("receivingWaitsForItsTimeoutAndNoLonger"),
  IGNORES_THE_SEND_TIMEOUT(
      "sendingToNobodyEndsInTime", "aReceiverThatDoesNotReadHoldsThePushingSenderUp"),
  TAKES_WITHOUT_END("aReceiverThatDoesNotReadHoldsThePushingSenderUp"),
  KNOWS_NO_LIMIT("aPartOverTheLimitIsNeverHandedOut"),
  SWALLOWS_INTERRUPTS("anInterruptedThreadDoesNotWaitAndStaysInterrupted"),
  CLOSE_WAITS_FOR_THE_RECEIVER("closeEndsAReceiveThatWaits"),
  CLOSE_WAITS_FOR_THE_SENDER("closeEndsASendThatWaits"),
  CANNOT_BE_CLOSED_TWICE(
      "closingTwiceIsHarmless",
      "tellsOfAPeerThatComesAndLeaves",
      "whatWasSentBeforeTheCloseHasTheLingerToLeave"),
  THROWS_ITS_OWN_EXCEPTION("aClosedTransportNeitherSendsNorReceives"),
  CANNOT_BE_ASKED_AFTER_THE_CLOSE("canBeAskedAfterTheClose"),
  DOES_NOT_LINGER("whatWasSentBeforeTheCloseHasTheLingerToLeave"),
  LEAVES_A_THREAD("noThreadIsLeftAfterTheClose");

  private final Set<String> rules;

  TransportFlaw(String... rules) {
    this.rules = Set.of(rules);
  }

  @Override
  public Set<String> rules() {
    return rules;
  }
}
