package io.qiangcun.core.audit;

/** The end of the chain: how many entries it holds, and the hash that stands for all of them. */
public record SealedHead(long sequence, String hash) {

    @Override
    public String toString() {
        return sequence + " " + hash;
    }
}
