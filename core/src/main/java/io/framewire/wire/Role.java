package io.framewire.wire;

/** The two ends of a stream. */
public enum Role {
  /** The end that frames come from; connects unless told otherwise. vidgear calls it the server. */
  SENDER,
  /** The end that frames go to; binds unless told otherwise. vidgear calls it the client. */
  RECEIVER;

  /**
   * The one on the other side.
   *
   * @return the other role
   */
  public Role other() {
    return this == SENDER ? RECEIVER : SENDER;
  }
}
