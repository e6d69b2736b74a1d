package io.framewire.frame;

/**
 * What a pool held at one moment.
 *
 * @param lentBlocks buffers on loan, lost ones included until the garbage collector finds them
 * @param lentBytes their bytes
 * @param idleBuffers buffers waiting to be handed out again
 * @param idleBytes their bytes
 * @param allocations buffers allocated since the pool was made
 * @param lostBlocks buffers that the garbage collector found, since nobody had given them back
 */
public record PoolStatistics(
    int lentBlocks,
    long lentBytes,
    int idleBuffers,
    long idleBytes,
    long allocations,
    long lostBlocks) {}
