package io.framewire;

import io.framewire.error.ConfigurationException;
import io.framewire.frame.FramePool;
import io.framewire.spi.CodecProvider;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.TransportOptions;
import io.framewire.spi.TransportProvider;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import io.framewire.wire.Security;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The options both ends have. Used by one thread; what is built keeps a copy.
 *
 * @param <B> the builder itself
 */
public abstract sealed class StreamBuilder<B extends StreamBuilder<B>>
    permits FrameSenderBuilder, FrameReceiverBuilder {
  /** How long an end waits for the other unless told otherwise: 15 s, as in vidgear. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

  /**
   * The largest message part accepted unless told otherwise: 128 MiB, enough for a colour frame of
   * 7680x4320.
   */
  public static final long DEFAULT_MAX_MESSAGE_BYTES = 128L << 20;

  /** How many frames may wait in PUSH/PULL unless told otherwise. */
  public static final int DEFAULT_HIGH_WATER_MARK = 2;

  /** Within what time a silent peer is noticed unless told otherwise. */
  public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(10);

  private static final String DEFAULT_SOCKET_FILE = "rw-------";

  private final Role role;
  private Endpoint endpoint;
  private boolean bind;
  private Pattern pattern = Pattern.PAIR;
  private Duration timeout = DEFAULT_TIMEOUT;
  private boolean bidirectional;
  private long frames = Long.MAX_VALUE;
  private long memoryLimit = FramePool.DEFAULT_BYTE_LIMIT;
  private long maxMessageBytes = DEFAULT_MAX_MESSAGE_BYTES;
  private int highWaterMark = DEFAULT_HIGH_WATER_MARK;
  private Duration heartbeat = DEFAULT_HEARTBEAT;
  private ReconnectPolicy reconnect = ReconnectPolicy.NONE;
  private Optional<Security> security = Optional.empty();
  private String socketFile = DEFAULT_SOCKET_FILE;
  private BadMessages badMessages = BadMessages.STOP;
  private boolean latest;
  private Optional<StateListener> listener = Optional.empty();
  private Optional<String> transport = Optional.empty();
  private Optional<String> codec = Optional.empty();
  private final List<TransportProvider> transports = new ArrayList<>();
  private final List<CodecProvider> codecs = new ArrayList<>();

  StreamBuilder(Role role, Endpoint endpoint, boolean bind) {
    this.role = role;
    this.endpoint = endpoint;
    this.bind = bind;
  }

  /**
   * The messaging pattern; {@link Pattern#PAIR} unless set.
   *
   * @param pattern the pattern, the same at both ends
   * @return this
   */
  public B pattern(Pattern pattern) {
    this.pattern = Objects.requireNonNull(pattern, "pattern");
    return self();
  }

  /**
   * How long any wait for the other side may take: for it to appear, for its next frame, for its
   * answer. {@link #DEFAULT_TIMEOUT} unless set; zero means the default too, as in vidgear.
   *
   * @param timeout zero, or from 1 ms to a day
   * @return this
   */
  public B timeout(Duration timeout) {
    this.timeout = timeout.isZero() ? DEFAULT_TIMEOUT : timeout;
    return self();
  }

  /**
   * Whether data goes with each frame and comes back with each answer; both ends must agree. Only
   * in the patterns that answer.
   *
   * @param bidirectional true to turn it on
   * @return this
   */
  public B bidirectional(boolean bidirectional) {
    this.bidirectional = bidirectional;
    return self();
  }

  /**
   * Ends the stream after so many frames. Frames that are pushed into a sender are not limited.
   *
   * @param frames 1 or more
   * @return this
   */
  public B frames(long frames) {
    this.frames = frames;
    return self();
  }

  /**
   * Binds this end, so that the other one connects. By default the receiver binds and the sender
   * connects.
   *
   * @return this
   */
  public B bind() {
    this.bind = true;
    return self();
  }

  /**
   * Connects this end, so that the other one binds. By default the receiver binds and the sender
   * connects.
   *
   * @return this
   */
  public B connect() {
    this.bind = false;
    return self();
  }

  /**
   * The most memory that this stream's frames may take at once; 512 MiB unless set.
   *
   * @param bytes 1 or more
   * @return this
   */
  public B memoryLimit(long bytes) {
    this.memoryLimit = bytes;
    return self();
  }

  /**
   * The largest message part to accept from the other side; a larger one is refused before memory
   * is taken for it. {@link #DEFAULT_MAX_MESSAGE_BYTES} unless set.
   *
   * @param bytes 1 to 2 GiB
   * @return this
   */
  public B maxMessageBytes(long bytes) {
    this.maxMessageBytes = bytes;
    return self();
  }

  /**
   * How many frames may wait at this end in PUSH/PULL; {@link #DEFAULT_HIGH_WATER_MARK} unless set.
   * (In PUB/SUB it is always 1, and the patterns that answer have one frame under way.)
   *
   * @param frames 1 or more
   * @return this
   */
  public B highWaterMark(int frames) {
    this.highWaterMark = frames;
    return self();
  }

  /**
   * What to do when the other side vanishes; {@link ReconnectPolicy#NONE} unless set. A sender that
   * goes on sends the frame again whose answer did not come, so a frame may arrive twice.
   *
   * @param policy the policy
   * @return this
   */
  public B reconnect(ReconnectPolicy policy) {
    this.reconnect = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /**
   * Within what time to notice that a peer is cut off though its connection was never closed, and
   * how soon the peer is asked to notice the same of this end; {@link #DEFAULT_HEARTBEAT} unless
   * set. It must be longer than a single frame takes on its way, or a slow network passes for a cut
   * one.
   *
   * @param limit 100 ms to an hour; zero for no heartbeats
   * @return this
   */
  public B heartbeat(Duration limit) {
    this.heartbeat = Objects.requireNonNull(limit, "limit");
    return self();
  }

  /**
   * What to do with messages that are none of this wire's; {@link BadMessages#STOP} unless set.
   *
   * @param policy the policy
   * @return this
   */
  public B badMessages(BadMessages policy) {
    this.badMessages = Objects.requireNonNull(policy, "policy");
    return self();
  }

  /**
   * Encrypts the stream, and lets only ends take part whose keys are known. Both ends need it.
   *
   * @param keys which certificates to use
   * @return this
   */
  public B security(Security keys) {
    this.security = Optional.of(keys);
    return self();
  }

  /**
   * Who may use the socket file that this end binds in {@code ipc://}; {@code "rw-------"}, this
   * user alone, unless set.
   *
   * @param permissions as {@code ls} shows them, for instance {@code "rw-rw----"}
   * @return this
   */
  public B socketFile(String permissions) {
    this.socketFile = Objects.requireNonNull(permissions, "permissions");
    return self();
  }

  /**
   * Is told how the stream stands with its other side.
   *
   * @param listener the listener
   * @return this
   */
  public B onState(StateListener listener) {
    this.listener = Optional.of(listener);
    return self();
  }

  /**
   * Chooses a transport provider by name, where the first that serves the endpoint is not the
   * wanted one.
   *
   * @param name its name
   * @return this
   */
  public B transport(String name) {
    this.transport = Optional.of(name);
    return self();
  }

  /**
   * Chooses a codec provider by name, where the first found is not the wanted one.
   *
   * @param name its name
   * @return this
   */
  public B codec(String name) {
    this.codec = Optional.of(name);
    return self();
  }

  /**
   * Adds a transport provider to those that are found, one that is only for this program for
   * instance. Which one serves is decided as always: by {@linkplain #transport name}, or by
   * priority and class name.
   *
   * @param provider the provider; takes the place of a found one of its class
   * @return this
   */
  public B provider(TransportProvider provider) {
    transports.add(Objects.requireNonNull(provider, "provider"));
    return self();
  }

  /**
   * Adds a codec provider to those that are found, one that is only for this program for instance.
   * Which one serves is decided as always: by {@linkplain #codec name}, or by priority and class
   * name.
   *
   * @param provider the provider; takes the place of a found one of its class
   * @return this
   */
  public B provider(CodecProvider provider) {
    codecs.add(Objects.requireNonNull(provider, "provider"));
    return self();
  }

  final void setEndpoint(Endpoint endpoint) {
    this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
  }

  final void setLatest() {
    this.latest = true;
  }

  private TransportOptions link() {
    return new TransportOptions(
        maxMessageBytes,
        latest ? 1 : highWaterMark,
        heartbeat,
        reconnect.firstDelay(),
        reconnect.maxDelay(),
        security,
        permissions());
  }

  private Set<PosixFilePermission> permissions() {
    try {
      return PosixFilePermissions.fromString(socketFile);
    } catch (IllegalArgumentException wrong) {
      throw new ConfigurationException(
          "socketFile is \"" + socketFile + "\": use nine letters as in rw-rw----", wrong);
    }
  }

  final StreamOptions options() {
    if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
      throw new ConfigurationException(
          "timeout is " + timeout + ": use 1 ms to a day, or zero for 15 s");
    }
    if (frames < 1) {
      throw new ConfigurationException("frames is " + frames + ": use 1 or more");
    }
    if (memoryLimit < 1) {
      throw new ConfigurationException("memoryLimit is " + memoryLimit + ": use 1 byte or more");
    }
    if (bidirectional && !pattern.answers()) {
      throw new ConfigurationException(
          "bidirectional mode needs a pattern that answers, which "
              + pattern.word(role)
              + " does not: use pair or "
              + Pattern.REQ_REP.word(role));
    }
    return new StreamOptions(
        role,
        endpoint,
        bind,
        pattern,
        timeout,
        bidirectional,
        frames,
        memoryLimit,
        link(),
        reconnect.enabled(),
        badMessages,
        latest,
        listener,
        transport,
        codec,
        List.copyOf(transports),
        List.copyOf(codecs));
  }

  abstract B self();
}
