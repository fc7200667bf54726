"""The numbers of scikit-learn that the trees are held against.

    python3 -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python reference.py data      # writes breast_cancer, diabetes and churn_like.csv.gz
    .venv/bin/python reference.py numbers   # writes reference.json

demo_churn_training.csv.gz and demo_ltv_training.csv.gz are the demo's own training tables, gzipped:

    npx wonder demo --as-of 2025-03-01
    npx wonder export --what churn-training --as-of 2025-03-01 --out demo_churn_training.csv
    npx wonder export --what ltv-training --as-of 2025-03-01 --out demo_ltv_training.csv

All are repeatable. Five folds: row i of a file (from 0, header not counted) is held out in fold i % 5.
Reported is the mean over folds and seeds.
"""

import csv
import gzip
import io
import json
import platform
import sys
from pathlib import Path

import numpy
import sklearn
from sklearn.datasets import load_breast_cancer, load_diabetes
from sklearn.ensemble import (
    GradientBoostingClassifier,
    GradientBoostingRegressor,
    RandomForestClassifier,
)
from sklearn.metrics import mean_absolute_error, r2_score, roc_auc_score

HERE = Path(__file__).parent
FOLDS = 5
SEEDS = [1, 2, 3, 4, 5]
NOT_FEATURES = {
    "fan_sk", "wonder_id", "snapshot_date", "loyalty_tier",
    "churn_risk_score", "net_revenue_prior_365d", "label",
}  # fmt: skip


def write(name, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    with gzip.GzipFile(HERE / name, "wb", mtime=0) as file:
        file.write(text.getvalue().encode())


def make_breast_cancer():
    """Wisconsin diagnostic breast cancer (UCI), as scikit-learn ships it; label 1 is malignant."""
    data = load_breast_cancer()
    names = [name.replace(" ", "_") for name in data.feature_names]
    rows = [[*row, 1 - label] for row, label in zip(data.data.tolist(), data.target.tolist())]
    write("breast_cancer.csv.gz", [*names, "label"], rows)


def make_diabetes():
    """Progression of diabetes within a year (Efron et al. 2004), as scikit-learn ships it."""
    data = load_diabetes(scaled=False)
    rows = [[*row, label] for row, label in zip(data.data.tolist(), data.target.tolist())]
    write("diabetes.csv.gz", [*data.feature_names, "label"], rows)


def make_churn_like():
    """Invented fans with the shape of churn training: skewed, full of zeros and ties, with nulls."""
    random = numpy.random.default_rng(20250301)
    n = 4000
    activity = random.pareto(1.5, n) + 0.2
    never = random.random(n) < 0.08
    days = numpy.minimum(365, numpy.floor(random.exponential(40 / numpy.minimum(activity, 8), n)))
    engagement = numpy.round(100 * random.beta(1 + numpy.minimum(activity, 4), 4, n), 2)
    loyalty = numpy.round(100 * random.beta(2, 2, n), 2)
    value = numpy.round(100 * random.beta(1.5, 2.5, n), 2)
    sentiment = numpy.round(numpy.clip(random.normal(66, 12, n), 0, 100), 2)
    orders = random.poisson(numpy.minimum(activity, 6) * 0.4)
    spend30 = numpy.round(orders * random.gamma(2, 20, n), 2)
    spend60 = numpy.round(random.poisson(numpy.minimum(activity, 6) * 0.8) * random.gamma(2, 20, n), 2)
    engagements = random.poisson(numpy.minimum(activity, 10) * 2)
    tier_changes = random.poisson(0.15, n)
    complaints = random.poisson(0.1, n)
    odds = (
        -0.6 + 0.012 * days + 1.2 * never - 0.02 * (engagement - 40) - 0.012 * (loyalty - 50)
        - 0.25 * numpy.minimum(engagements, 6) + 0.8 * complaints
        - 0.004 * numpy.minimum(spend30, 200) + 0.01 * (60 - sentiment)
    )  # fmt: skip
    label = (random.random(n) < 1 / (1 + numpy.exp(-odds))).astype(int)
    no_sentiment = random.random(n) < 0.3
    rows = [
        [
            None if never[i] else int(days[i]), engagement[i], loyalty[i], value[i],
            None if no_sentiment[i] else sentiment[i], spend30[i], spend60[i],
            engagements[i], tier_changes[i], complaints[i], label[i],
        ]
        for i in range(n)
    ]  # fmt: skip
    write(
        "churn_like.csv.gz",
        [
            "days_since_last_engagement", "engagement_score", "loyalty_score", "value_score",
            "sentiment_score", "spend_last_30d", "spend_prior_60d", "engagements_last_30d",
            "tier_changes_90d", "complaint_count", "label",
        ],
        rows,
    )  # fmt: skip


def read(path):
    with gzip.open(path, "rt", newline="") as file:
        header, *rows = csv.reader(file)
    features = [i for i, name in enumerate(header) if name not in NOT_FEATURES]
    number = lambda text: float(text) if text else numpy.nan
    x = numpy.array([[number(row[i]) for i in features] for row in rows])
    return x, numpy.array([float(row[header.index("label")]) for row in rows])


def forest(seed):
    return RandomForestClassifier(
        n_estimators=100, max_depth=10, min_samples_split=50, random_state=seed
    )


def boosted_classes(seed):
    return GradientBoostingClassifier(
        n_estimators=100, learning_rate=0.1, max_depth=5, random_state=seed
    )


def boosted_amounts(seed):
    return GradientBoostingRegressor(
        n_estimators=100, learning_rate=0.1, max_depth=5, random_state=seed
    )


def auc(model, x, y):
    return {"auc": roc_auc_score(y, model.predict_proba(x)[:, 1])}


def amounts(model, x, y):
    predicted = model.predict(x)
    return {"mae": mean_absolute_error(y, predicted), "r2": r2_score(y, predicted)}


def measure(path, make, score):
    x, y = read(path)
    fold = numpy.arange(len(y)) % FOLDS
    by_seed = []
    for seed in SEEDS:
        scores = [
            score(make(seed).fit(x[fold != held], y[fold != held]), x[fold == held], y[fold == held])
            for held in range(FOLDS)
        ]
        by_seed.append({name: float(numpy.mean([each[name] for each in scores])) for name in scores[0]})
    return {
        "mean": {name: float(numpy.mean([each[name] for each in by_seed])) for name in by_seed[0]},
        "by_seed": by_seed,
    }


def numbers():
    small = HERE.parent / "small"
    churn = small / "expected_churn_training.csv.gz"
    result = {
        "made_with": {
            "python": platform.python_version(),
            "numpy": numpy.__version__,
            "scikit-learn": sklearn.__version__,
        },
        "forest": {
            "small": measure(churn, forest, auc),
            "churn_like": measure(HERE / "churn_like.csv.gz", forest, auc),
            "breast_cancer": measure(HERE / "breast_cancer.csv.gz", forest, auc),
            "demo": measure(HERE / "demo_churn_training.csv.gz", forest, auc),
        },
        "boosting_log": {
            "small": measure(churn, boosted_classes, auc),
            "breast_cancer": measure(HERE / "breast_cancer.csv.gz", boosted_classes, auc),
        },
        "boosting_squared": {
            "small": measure(small / "expected_ltv_training.csv.gz", boosted_amounts, amounts),
            "demo": measure(HERE / "demo_ltv_training.csv.gz", boosted_amounts, amounts),
            "diabetes": measure(HERE / "diabetes.csv.gz", boosted_amounts, amounts),
        },
    }
    (HERE / "reference.json").write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["data"]:
        make_breast_cancer()
        make_diabetes()
        make_churn_like()
    elif sys.argv[1:] == ["numbers"]:
        numbers()
    else:
        sys.exit(__doc__)
