package io.framewire.web;

import io.framewire.error.ConfigurationException;
import io.framewire.error.FramewireException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The options of a {@link FrameServer}. Used by one thread; what is built keeps a copy. */
public final class FrameServerBuilder {
  /** How good pictures are unless told otherwise. */
  public static final int DEFAULT_QUALITY = 75;

  /** How wide pictures are at most unless told otherwise, in pixels. */
  public static final int DEFAULT_MAX_WIDTH = 1280;

  /** How many pictures a second a view makes at most unless told otherwise. */
  public static final double DEFAULT_RATE = 25;

  /** How many browsers may look at pictures at once unless told otherwise, over all views. */
  public static final int DEFAULT_MAX_CLIENTS = 16;

  /** How long a browser may take nothing before it is sent away unless told otherwise. */
  public static final Duration DEFAULT_CLIENT_TIMEOUT = Duration.ofSeconds(10);

  private static final int RANDOM_TOKEN_BYTES = 18;

  private String host = "localhost";
  private int port;
  private Optional<String> token = Optional.empty();
  private boolean withoutToken;
  private int quality = DEFAULT_QUALITY;
  private int maxWidth = DEFAULT_MAX_WIDTH;
  private double rate = DEFAULT_RATE;
  private int maxClients = DEFAULT_MAX_CLIENTS;
  private Duration clientTimeout = DEFAULT_CLIENT_TIMEOUT;
  private Optional<Supplier<String>> metrics = Optional.empty();

  FrameServerBuilder() {}

  /**
   * The port to serve at; 0, any free one, unless set.
   *
   * @param port 0 to 65535
   * @return this
   */
  public FrameServerBuilder port(int port) {
    this.port = port;
    return this;
  }

  /**
   * Which of this machine's addresses to serve at; {@code "localhost"} unless set, which no other
   * machine reaches. For any other than a loopback address a {@link #token} is needed.
   *
   * @param host a name or an address of this machine, or {@code "*"} for all of them
   * @return this
   */
  public FrameServerBuilder host(String host) {
    this.host = Objects.requireNonNull(host, "host");
    return this;
  }

  /**
   * Lets only those in who know this. It is taken from the header {@code Authorization: Bearer
   * TOKEN}, or once from the address, {@code ?token=TOKEN}, and from then on from a cookie. There
   * is no encryption: on a network that others listen on, put a proxy with TLS or a tunnel in
   * front.
   *
   * @param token 8 to 128 letters, digits and characters of {@code -._~}
   * @return this
   */
  public FrameServerBuilder token(String token) {
    this.token = Optional.of(token);
    return this;
  }

  /**
   * Lets only those in who know a token that is made up here, with 144 random bits; {@link
   * FrameServer#uri} has it.
   *
   * @return this
   */
  public FrameServerBuilder randomToken() {
    byte[] bits = new byte[RANDOM_TOKEN_BYTES];
    new SecureRandom().nextBytes(bits);
    return token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /**
   * Serves whoever reaches it, also where other machines do. A warning in the log says so then.
   *
   * @return this
   */
  public FrameServerBuilder withoutToken() {
    this.withoutToken = true;
    return this;
  }

  /**
   * How good the pictures are; {@link #DEFAULT_QUALITY} unless set.
   *
   * @param quality 1, small, to 100, good
   * @return this
   */
  public FrameServerBuilder quality(int quality) {
    this.quality = quality;
    return this;
  }

  /**
   * How wide pictures may be; {@link #DEFAULT_MAX_WIDTH} unless set. The pictures of wider frames
   * are made smaller by the smallest whole factor that fits, and so are those of frames more than
   * four times as high as this.
   *
   * @param pixels 16 to 16384
   * @return this
   */
  public FrameServerBuilder maxWidth(int pixels) {
    this.maxWidth = pixels;
    return this;
  }

  /**
   * How many pictures a second a view makes at most; {@link #DEFAULT_RATE} unless set. Frames that
   * come faster are shown no more often than that, always the newest.
   *
   * @param picturesPerSecond more than 0, up to 1000
   * @return this
   */
  public FrameServerBuilder rate(double picturesPerSecond) {
    this.rate = picturesPerSecond;
    return this;
  }

  /**
   * How many browsers may look at pictures at once, each view that one looks at counting; {@link
   * #DEFAULT_MAX_CLIENTS} unless set. One more is answered 503.
   *
   * @param clients 1 to 1000
   * @return this
   */
  public FrameServerBuilder maxClients(int clients) {
    this.maxClients = clients;
    return this;
  }

  /**
   * How long a browser may take nothing of what it is sent, or keep its request to itself, before
   * its connection is closed; {@link #DEFAULT_CLIENT_TIMEOUT} unless set.
   *
   * @param limit 100 ms to 10 minutes
   * @return this
   */
  public FrameServerBuilder clientTimeout(Duration limit) {
    this.clientTimeout = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /**
   * What to answer at {@code /metrics}, where there is nothing unless set.
   *
   * @param page gives the figures in Prometheus' text format 0.0.4, as {@code scrape} of a
   *     Prometheus registry of Micrometer's does; called on a thread of the server's for each
   *     request
   * @return this
   */
  public FrameServerBuilder metrics(Supplier<String> page) {
    this.metrics = Optional.of(page);
    return this;
  }

  /**
   * Begins to serve.
   *
   * @return a server the caller closes
   * @throws ConfigurationException if an option is impossible, the host is none of this machine's,
   *     or other machines reach it and there is no token
   * @throws FramewireException if the port is taken, or may not be used
   */
  public FrameServer build() {
    return new FrameServer(
        ServerOptions.of(
            host,
            port,
            token,
            withoutToken,
            new PictureOptions(quality, maxWidth, rate),
            maxClients,
            clientTimeout,
            metrics));
  }
}
