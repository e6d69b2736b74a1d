/**
 * The contracts of Framewire's plugins as tests. The author of a provider extends the class of its
 * SPI, {@link io.framewire.tck.FrameSourceContract}, {@link io.framewire.tck.TransportContract},
 * {@link io.framewire.tck.CodecContract} or {@link io.framewire.tck.StabilizerContract}, with a
 * factory method or two; the names of the tests say the rules.
 *
 * <p>Some rules count frames, memory and threads of the whole program, so JUnit runs these tests
 * beside no others in the same JVM.
 */
package io.framewire.tck;
