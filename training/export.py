"""Write a trained checkpoint as the files that ship: the encoder in eight bits, the heads' arrays.

    python training/export.py CHECKPOINT.pt FOLDER [CHOICE.npz]

A checkpoint of ``training/roles.py`` also holds the roles head; CHOICE.npz, from
``training/roles_choice.py``, is its last step.

All weights are stored in eight bits. Most products are also computed in eight bits; those of each
layer's last step are not, because a few of its inputs are so large that rounding them costs almost
a point of F1 (docs/models.md).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from attribution_head import AttributionHead
from encoder import WIDTH, Encoder
from roles_head import RolesHead
from sayso.annotate.learned.features import SIZES

NAMES = ("pieces", "features", "states")
IN_FULL = "/down/MatMul"
"""End of the names of the products that are computed in full precision."""


class Alone(nn.Module):
    """The encoder for one window at a time: nothing is filled up, so nothing is masked."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """States of all pieces."""
        states: Tensor = self.encoder(pieces, features, None)
        return states


def export(state: dict[str, Tensor], folder: Path) -> None:
    """Write ``encoder.onnx`` and ``attribution.npz`` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder, head = Encoder(), AttributionHead(WIDTH)
    for part, name in ((encoder, "encoder."), (head, "head.")):
        part.load_state_dict({k.removeprefix(name): v for k, v in state.items() if k.startswith(name)})
        part.eval()
    arrays = {name: value.numpy().astype(np.float32) for name, value in head.arrays().items()}
    np.savez(folder / "attribution.npz", **arrays)
    with tempfile.TemporaryDirectory() as scratch:
        plain, rounded = Path(scratch) / "plain.onnx", Path(scratch) / "rounded.onnx"
        sample = (torch.ones(1, 9, dtype=torch.long), torch.ones(1, 9, len(SIZES), dtype=torch.long))
        torch.onnx.export(
            Alone(encoder).eval(),
            sample,
            str(plain),
            input_names=NAMES[:2],
            output_names=NAMES[2:],
            dynamic_axes={name: {1: "length"} for name in NAMES},
            opset_version=17,
            dynamo=False,
        )
        full = [node.name for node in onnx.load(plain).graph.node if node.name.endswith(IN_FULL)]
        quantize_dynamic(
            plain,
            rounded,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            nodes_to_exclude=full,
        )
        onnx.save(with_small_weights(onnx.load(rounded), set(full)), folder / "encoder.onnx")


def export_roles(state: dict[str, Tensor], choice: Path, folder: Path) -> None:
    """Write ``roles.npz``: the roles head and its last step, in sixteen bits."""
    head = RolesHead(WIDTH)
    head.load_state_dict({k.removeprefix("roles."): v for k, v in state.items() if k.startswith("roles.")})
    with np.load(choice) as chosen:
        arrays = {**{name: value.numpy() for name, value in head.arrays().items()}, **dict(chosen)}
    small = {n: v if v.dtype == np.uint32 else v.astype(np.float16) for n, v in arrays.items()}
    np.savez_compressed(folder / "roles.npz", **small)


def with_small_weights(model: onnx.ModelProto, names: set[str]) -> onnx.ModelProto:
    """The model with the weights of these products in eight bits, made full again when it is loaded."""
    graph = model.graph
    stored = {tensor.name: tensor for tensor in graph.initializer}
    for node in [node for node in graph.node if node.name in names]:
        name = node.input[1]
        weight = numpy_helper.to_array(stored[name])
        scale = np.maximum(np.abs(weight).max(axis=0) / 127, 1e-12).astype(np.float32)
        small = np.clip(np.rint(weight / scale), -127, 127).astype(np.int8)
        graph.initializer.remove(stored[name])
        graph.initializer.extend(
            [
                numpy_helper.from_array(small, f"{name}_small"),
                numpy_helper.from_array(scale, f"{name}_scale"),
                numpy_helper.from_array(np.zeros(len(scale), np.int8), f"{name}_zero"),
            ]
        )
        parts = [f"{name}_small", f"{name}_scale", f"{name}_zero"]
        graph.node.insert(0, helper.make_node("DequantizeLinear", parts, [name], axis=1))
    return model


def main() -> None:
    """Export the checkpoint named on the command line."""
    folder = Path(sys.argv[2])
    state = torch.load(sys.argv[1])
    export(state, folder)
    if len(sys.argv) > 3:
        export_roles(state, Path(sys.argv[3]), folder)
    print({path.name: path.stat().st_size for path in sorted(folder.iterdir())})


if __name__ == "__main__":
    main()
