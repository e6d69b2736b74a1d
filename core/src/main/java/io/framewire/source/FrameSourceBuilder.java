package io.framewire.source;

import io.framewire.error.ConfigurationException;
import io.framewire.error.SourceException;
import io.framewire.spi.FrameSource;
import io.framewire.spi.FrameSourceProvider;
import io.framewire.spi.FrameTransform;
import io.framewire.spi.ReconnectPolicy;
import io.framewire.spi.Stabilizer;
import io.framewire.spi.StabilizerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How a source is opened, read and passed on. Frames go through it in this order: the source, its
 * queue, opening it anew, the delay before the first frame, and then what is chained, in the order
 * it was asked for. Used by one thread.
 *
 * <p>Each of these settings also has a name for {@link #option}, most of them vidgear's:
 *
 * <table>
 * <caption>Options that every source has</caption>
 * <tr><th>name</th><th>method</th></tr>
 * <tr><td>{@code THREADED_QUEUE_MODE}</td><td>{@code true} for {@link #queue()}, {@code false} for
 *     {@link #noQueue()}</td></tr>
 * <tr><td>{@code queue_frames}, {@code queue_bytes}</td><td>{@link #queue(int)}, {@link
 *     #queueBytes}</td></tr>
 * <tr><td>{@code newest}</td><td>{@code true} for {@link #newest()}</td></tr>
 * <tr><td>{@code THREAD_TIMEOUT}</td><td>{@link #readTimeout} in seconds; 0 or {@code None} for
 *     none</td></tr>
 * <tr><td>{@code time_delay}</td><td>{@link #startDelay} in seconds</td></tr>
 * <tr><td>{@code reconnect}</td><td>{@code true} for {@link ReconnectPolicy#STANDARD}</td></tr>
 * <tr><td>{@code loop}</td><td>{@link #loop}</td></tr>
 * <tr><td>{@code provider}</td><td>{@link #provider(String)}</td></tr>
 * <tr><td>{@code api}</td><td>{@code CAMGEAR} as without it, {@code PIGEAR} for {@code picamera:},
 *     {@code FFGEAR} for the provider {@code ffmpeg}</td></tr>
 * <tr><td>{@code enablePiCamera}</td><td>{@code true} for {@code picamera:} with the location as
 *     the camera's index</td></tr>
 * <tr><td>{@code resolution}, {@code framerate}</td><td>the source's own options {@code width} and
 *     {@code height}, {@code fps}</td></tr>
 * <tr><td>{@code stabilize}</td><td>{@code true} for {@link #stabilized()}, behind all that is
 *     chained; with {@code STABILIZER_MODE}, and {@code SMOOTHING_RADIUS}, {@code BORDER_SIZE},
 *     {@code BORDER_TYPE}, {@code CROP_N_ZOOM}</td></tr>
 * </table>
 *
 * <p>All others are the source's own.
 */
public final class FrameSourceBuilder {
  /** How many frames wait in a queue at most unless told otherwise, as in vidgear. */
  public static final int DEFAULT_QUEUE_FRAMES = 96;

  /** How many bytes of frames wait in a queue at most unless told otherwise: 128 MiB. */
  public static final long DEFAULT_QUEUE_BYTES = 128L << 20;

  /** How long a lost source is looked for where no read timeout is set. */
  public static final Duration DEFAULT_LOST_LIMIT = Duration.ofSeconds(15);

  private static final Duration LONGEST = Duration.ofDays(1);

  private final Wanted wanted;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> named = new LinkedHashMap<>();
  private final List<UnaryOperator<FrameSource>> chain = new ArrayList<>();
  private Reading.Way way = Reading.Way.EACH;
  private int queueFrames = DEFAULT_QUEUE_FRAMES;
  private Optional<Long> queueBytes = Optional.empty();
  private Duration startDelay = Duration.ZERO;
  private Optional<Duration> readTimeout = Optional.empty();
  private ReconnectPolicy reconnect = ReconnectPolicy.NONE;
  private int times = 1;

  FrameSourceBuilder(Wanted wanted) {
    this.wanted = wanted;
  }

  /**
   * A setting by name.
   *
   * @param name one of those above, or one of the source's own, as its provider documents it
   * @param value the value
   * @return this
   * @throws ConfigurationException if the value of one of those above is impossible
   */
  public FrameSourceBuilder option(String name, String value) {
    if (NamedSettings.apply(this, name, value)) {
      named.put(name, value);
    } else {
      options.put(name, value);
    }
    return this;
  }

  /**
   * Settings by name.
   *
   * @param settings as for {@link #option}
   * @return this
   * @throws ConfigurationException if the value of one of those above is impossible
   */
  public FrameSourceBuilder options(Map<String, String> settings) {
    settings.forEach(this::option);
    return this;
  }

  /**
   * Which provider is to open it, where several could.
   *
   * @param name as {@link FrameSources#providers} has it, {@code ffmpeg} for instance
   * @return this
   */
  public FrameSourceBuilder provider(String name) {
    wanted.provider(name);
    return this;
  }

  /**
   * Adds a provider to those that are found, one that is only for this program for instance. Which
   * one serves is decided as always: by {@linkplain #provider(String) name}, or by priority and
   * class name.
   *
   * @param provider the provider; takes the place of a found one of its class
   * @return this
   */
  public FrameSourceBuilder provider(FrameSourceProvider provider) {
    wanted.provider(Objects.requireNonNull(provider, "provider"));
    return this;
  }

  /**
   * Adds a provider of stabilizers to those that are found, for {@link #stabilized()} and the
   * option {@code stabilize}.
   *
   * @param provider the provider; takes the place of a found one of its class
   * @return this
   */
  public FrameSourceBuilder provider(StabilizerProvider provider) {
    stabilizer().provider(Objects.requireNonNull(provider, "provider"));
    return this;
  }

  /** A Raspberry Pi camera, the location being its index. */
  void piCamera() {
    wanted.piCamera();
  }

  StabilizerChoice stabilizer() {
    return wanted.stabilizer();
  }

  /**
   * Reads ahead on a thread, into a queue of {@value #DEFAULT_QUEUE_FRAMES} frames and 128 MiB
   * unless set otherwise.
   *
   * @return this
   */
  public FrameSourceBuilder queue() {
    way = Reading.Way.QUEUE;
    return this;
  }

  /**
   * Reads ahead on a thread, into a queue.
   *
   * @param frames how many may wait, 1 or more
   * @return this
   * @throws ConfigurationException if it is below 1
   */
  public FrameSourceBuilder queue(int frames) {
    queueFrames = (int) positive("queue", frames);
    return queue();
  }

  /**
   * How many bytes of frames may wait in the queue; one frame may, however large. They count
   * towards the limit of the stream's pool. Without a queue {@link #open} refuses it.
   *
   * @param bytes 1 or more
   * @return this
   * @throws ConfigurationException if it is below 1
   */
  public FrameSourceBuilder queueBytes(long bytes) {
    queueBytes = Optional.of(positive("queueBytes", bytes));
    return this;
  }

  /**
   * Without a queue: a live source yields its newest frame, read on a thread; any other is read
   * when a frame is asked for.
   *
   * @return this
   */
  public FrameSourceBuilder noQueue() {
    way = Reading.Way.EACH_OR_NEWEST_OF_LIVE;
    return this;
  }

  /**
   * Reads on a thread and yields the newest frame; older ones are dropped, and counted in {@link
   * FrameSource#statistics}.
   *
   * @return this
   */
  public FrameSourceBuilder newest() {
    way = Reading.Way.NEWEST;
    return this;
  }

  /**
   * How long to wait after opening before the first frame is read, for a camera to warm up; zero
   * unless set.
   *
   * @param delay up to a day
   * @return this
   * @throws ConfigurationException if it is negative or longer
   */
  public FrameSourceBuilder startDelay(Duration delay) {
    startDelay = checked("startDelay", delay);
    return this;
  }

  /**
   * The longest time to wait for a frame, and for a lost source to come back. The source is then
   * read on a thread, one frame ahead where no queue was asked for. Unless set, only the source's
   * own limit holds. It does not bound how long {@link #open} takes, which is up to the source.
   *
   * @param timeout up to a day; zero for none
   * @return this
   * @throws ConfigurationException if it is negative or longer
   */
  public FrameSourceBuilder readTimeout(Duration timeout) {
    Duration limit = checked("readTimeout", timeout);
    readTimeout = limit.isZero() ? Optional.empty() : Optional.of(limit);
    return this;
  }

  /**
   * Whether a source that breaks, or is live and ends, is opened anew, and after which pauses. It
   * is looked for until the read timeout is over, or for 15 s where none is set. A file that broke
   * begins anew. How often it came back is counted in {@link FrameSource#statistics}. To break is
   * to throw a {@link SourceException}: after any other exception, an own source's {@code
   * IllegalStateException} for instance, nothing is opened anew.
   *
   * @param policy {@link ReconnectPolicy#NONE} unless set
   * @return this
   */
  public FrameSourceBuilder reconnect(ReconnectPolicy policy) {
    reconnect = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * How often to play a source that ends, opening it anew each time.
   *
   * @param rounds 1 unless set; 0 for ever
   * @return this
   * @throws ConfigurationException if it is negative
   */
  public FrameSourceBuilder loop(int rounds) {
    if (rounds < 0) {
      throw new ConfigurationException("loop is " + rounds + ": use 1 or more, or 0 for ever");
    }
    times = rounds;
    return this;
  }

  /**
   * Plays a source that ends for ever.
   *
   * @return this
   */
  public FrameSourceBuilder forever() {
    return loop(0);
  }

  /**
   * Passes each frame through a transform.
   *
   * @param transform what makes another frame of each
   * @return this
   */
  public FrameSourceBuilder transform(FrameTransform transform) {
    Objects.requireNonNull(transform, "transform");
    return chained(source -> source.transform(transform));
  }

  /**
   * Passes each frame through a stabilizer.
   *
   * @param stabilizer closed with the source, though not by an {@link #open} that fails; so this
   *     builder opens one source
   * @return this
   */
  public FrameSourceBuilder stabilized(Stabilizer stabilizer) {
    Objects.requireNonNull(stabilizer, "stabilizer");
    return chained(source -> source.stabilized(stabilizer));
  }

  /**
   * Passes each frame, behind all else that is chained, through vidgear's stabilizer, {@code asw},
   * or the one that the option {@code STABILIZER_MODE} names, of those found and given.
   *
   * @return this
   */
  public FrameSourceBuilder stabilized() {
    stabilizer().want(true);
    return this;
  }

  /**
   * Reads no faster than that.
   *
   * @param framesPerSecond the most frames a second; 0 for no limit
   * @return this
   */
  public FrameSourceBuilder rate(double framesPerSecond) {
    return chained(source -> source.rate(framesPerSecond));
  }

  private FrameSourceBuilder chained(UnaryOperator<FrameSource> link) {
    chain.add(link);
    return this;
  }

  /**
   * Opens the source. What is read on a thread begins with the first read.
   *
   * @return a source the caller closes
   * @throws ConfigurationException if no provider serves such a place, or an option is unknown or
   *     impossible
   * @throws SourceException if it cannot be opened; it names the place and the cause
   */
  public FrameSource open() {
    NamedSettings.requireNoContradiction(named);
    Supplier<FrameSource> opener = wanted.opener(options);
    Reading reading = reading();
    FrameSource opened = reading.of(opener.get());
    try {
      return behind(reopening(opened, () -> reading.of(opener.get())));
    } catch (RuntimeException | Error failure) {
      opened.close();
      throw failure;
    }
  }

  private Reading reading() {
    if (queueBytes.isPresent() && way != Reading.Way.QUEUE) {
      throw new ConfigurationException(
          "queue_bytes (queueBytes) is "
              + queueBytes.get()
              + ", but there is no queue: add THREADED_QUEUE_MODE=true (queue()), or leave it out");
    }
    return new Reading(way, queueFrames, queueBytes.orElse(DEFAULT_QUEUE_BYTES), readTimeout);
  }

  private FrameSource reopening(FrameSource first, Supplier<FrameSource> opener) {
    if (!reconnect.enabled() && times == 1) {
      return first;
    }
    return new ReopeningSource(
        wanted.name(), first, opener, reconnect, readTimeout.orElse(DEFAULT_LOST_LIMIT), times);
  }

  private FrameSource behind(FrameSource source) {
    FrameSource result = startDelay.isZero() ? source : new DelayedSource(source, startDelay);
    for (UnaryOperator<FrameSource> link : chain) {
      result = link.apply(result);
    }
    return stabilizer().behind(result);
  }

  private static long positive(String name, long value) {
    if (value < 1) {
      throw new ConfigurationException(name + " is " + value + ": use 1 or more");
    }
    return value;
  }

  private static Duration checked(String name, Duration value) {
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new ConfigurationException(name + " is " + value + ": use zero to a day");
    }
    return value;
  }
}
