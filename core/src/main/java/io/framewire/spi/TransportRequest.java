package io.framewire.spi;

import io.framewire.frame.FramePool;
import io.framewire.wire.Endpoint;
import io.framewire.wire.Pattern;
import io.framewire.wire.Role;
import java.util.function.Consumer;

/**
 * What a transport is to be made from. Immutable.
 *
 * @param endpoint where
 * @param pattern the messaging pattern
 * @param role which end this is
 * @param bind whether this end binds; the other one connects
 * @param pool where the memory of large incoming messages comes from
 * @param options how it is to behave
 * @param listener is told of each change of {@link Transport#situation}, on the transport's own
 *     threads: it returns at once and never throws
 */
public record TransportRequest(
    Endpoint endpoint,
    Pattern pattern,
    Role role,
    boolean bind,
    FramePool pool,
    TransportOptions options,
    Consumer<Situation> listener) {}
