package io.framewire.cli;

import io.framewire.error.ConfigurationException;
import io.framewire.web.FrameServer;
import io.framewire.web.FrameServerBuilder;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options for a page in the browser. */
final class HttpArgs {
  private static final String MADE_UP = "random";
  private static final String HERE = "localhost";

  @Option(
      names = "--http",
      paramLabel = "PORT",
      description = {
        "show the frames on a page in the browser, at this port, 0 for any free one;",
        "the address to open is printed on standard error"
      })
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--http-host",
      paramLabel = "HOST",
      description = {
        "which of this machine's addresses the page is at, * for all (localhost);",
        "where other machines reach it a token is made up unless one is given"
      })
  private Optional<String> host = Optional.empty();

  @Option(
      names = "--http-token",
      paramLabel = "TOKEN",
      description = {
        "show the page to those only who know this, 8 to 128 letters, digits and -._~;",
        "random to have one made up, which the list of processes does not show"
      })
  private Optional<String> token = Optional.empty();

  /** The page, if one was asked for; says where it is. */
  HttpPage open(PrintWriter err) {
    if (port.isEmpty() && (host.isPresent() || token.isPresent())) {
      throw new ConfigurationException(
          (host.isPresent() ? "--http-host" : "--http-token")
              + " is for the page in the browser: add --http PORT");
    }
    return port.map(number -> open(number, err)).orElseGet(HttpPage::none);
  }

  /** The page, at that port unless another was asked for. */
  HttpPage openAt(int otherwise, PrintWriter err) {
    return open(port.orElse(otherwise), err);
  }

  private HttpPage open(int number, PrintWriter err) {
    String where = host.orElse(HERE);
    FrameServerBuilder builder = FrameServer.builder().port(number).host(where);
    if (token.isEmpty() ? !isThisMachinesOnly(where) : token.get().equals(MADE_UP)) {
      builder.randomToken();
    } else {
      token.ifPresent(builder::token);
    }
    HttpPage page = HttpPage.open(builder);
    err.println("framewire: open " + page.uri() + " in a browser" + elsewhere(where));
    err.flush();
    return page;
  }

  private static boolean isThisMachinesOnly(String host) {
    return !isEverywhere(host) && is(host, InetAddress::isLoopbackAddress);
  }

  private static boolean isEverywhere(String host) {
    return host.equals("*") || is(host, InetAddress::isAnyLocalAddress);
  }

  /** What is no host at all the server says. */
  private static boolean is(String host, Predicate<InetAddress> kind) {
    try {
      return kind.test(InetAddress.getByName(host));
    } catch (UnknownHostException none) {
      return false;
    }
  }

  private static String elsewhere(String host) {
    return isEverywhere(host)
        ? ", elsewhere with this machine's name or address for localhost"
        : "";
  }
}
